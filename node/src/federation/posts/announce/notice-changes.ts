import { type Event, type Offer, parseThingId, splitOfferKey, type ThingId } from '@openstraat/spec';
import type { LogEntry } from '../../../log/change-log.ts';
import { fromStoredText } from '../../../log/stored-text.ts';
import { giveWay } from '../../../model/give-way.ts';
import type { Announcement, LocalActor } from '../../actors/local-actor.ts';
import type { Row } from '../../store/tables.ts';
import { isNews, isThere } from './announced-thing.ts';
import { type AnnounceParts, announcesOf } from './announce-parts.ts';
import { announcementRows } from './announcement-store.ts';
import { announceLimits, announceTimes } from './limits.ts';
import { thingsAtPlace } from './things-at-place.ts';

const { known, waiting, told: toldRow, mend, on: onRow, reader: readerRow } = announcementRows;
const announcementsOf = { Event: ['events'], Offer: ['promotions', 'products'] } as const;

const isAnnouncedKind = (kind: string): kind is keyof typeof announcementsOf => kind in announcementsOf;

/** Where the key of an offer says that it is: most entries are offers of places without an actor, and need not be read. */
const isOfNobody = ({ actors }: AnnounceParts, { kind, id }: LogEntry): boolean =>
  kind === 'Offer' && actors.get(splitOfferKey(parseThingId(id)?.key ?? '').placeKey) === undefined;

/** How many things wait at an actor, by kind; counted while a look goes on. */
class WaitingCounts {
  readonly #counts = new Map<string, number>();

  static async read({ store }: AnnounceParts): Promise<WaitingCounts> {
    const counts = new WaitingCounts();
    for (const [identifier, list] of await store.waiting())
      for (const { announcement } of list) counts.add(identifier, announcement);
    return counts;
  }

  add(identifier: string, announcement: Announcement): number {
    const key = `${identifier}!${announcement}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}

/** What a live thing means for one announcement of the actor of its place. */
const noticeLive = async (
  parts: AnnounceParts,
  { thing, actor }: { readonly thing: Event | Offer; readonly actor: LocalActor },
  announcement: Announcement,
  counts: WaitingCounts,
): Promise<Row[]> => {
  const { store, clock } = parts;
  const { id } = thing;
  const post = await store.told(announcement, id);
  // A price that is reduced again later is news again.
  if (post !== undefined) return [mend(post, true), known(announcement, id, isThere(announcement, thing))];
  const isKnown = await store.isKnown(announcement, id);
  if (!isThere(announcement, thing))
    return isKnown ? [known(announcement, id, false), waiting(actor.identifier, announcement, id, undefined)] : [];
  if (isKnown || !announcesOf(actor).includes(announcement)) return [];
  if (!isNews(announcement, thing, clock.now())) return [known(announcement, id, true)];
  // One more than the limit says that there are more.
  const isKept = counts.add(actor.identifier, announcement) <= announceLimits.waitingMax + 1;
  return [known(announcement, id, true), ...(isKept ? [waiting(actor.identifier, announcement, id, clock.now())] : [])];
};

const noticeGone = async ({ store }: AnnounceParts, id: string, announcement: Announcement): Promise<Row[]> => {
  const post = await store.told(announcement, id);
  // What waits is looked at before it is told, and is not there then.
  return [known(announcement, id, false), ...(post === undefined ? [] : [mend(post, true)])];
};

const noticeEntry = async (parts: AnnounceParts, entry: LogEntry, counts: WaitingCounts): Promise<Row[]> => {
  const { kind, id, text } = entry;
  if (!isAnnouncedKind(kind) || isOfNobody(parts, entry)) return [];
  const rows: Row[] = [];
  for (const announcement of announcementsOf[kind]) {
    if (text === undefined) {
      rows.push(...(await noticeGone(parts, id, announcement)));
      continue;
    }
    const thing = fromStoredText(text) as Event | Offer;
    const place = 'startDate' in thing ? thing.location : thing.availableAtOrFrom;
    const actor = parts.actors.ofPlace(place as ThingId);
    // Who moved to another place is told of no more where it was.
    rows.push(
      ...(actor === undefined
        ? await noticeGone(parts, id, announcement)
        : await noticeLive(parts, { thing, actor }, announcement, counts)),
    );
  }
  return rows;
};

/** Keeps what is at a place when its actor is switched on: none of it is news. */
const learn = async (parts: AnnounceParts, actor: LocalActor, announcement: Announcement): Promise<void> => {
  const { log, store } = parts;
  const kind = announcement === 'events' ? 'Event' : 'Offer';
  for await (const ids of thingsAtPlace(log, actor.identifier, kind)) {
    const there: Row[] = [];
    for (const id of ids) {
      await giveWay();
      const text = announcement === 'promotions' ? (await log.get(id))?.text : undefined;
      // Of offers only those are known whose price is reduced now.
      const counts =
        announcement !== 'promotions' || (text !== undefined && isThere(announcement, fromStoredText(text) as Offer));
      if (counts) there.push(known(announcement, id, true));
    }
    await store.write(there);
  }
};

/** Learns what is there at places whose actors announce more than at the last look. @param isAnew forgets what was learnt before */
const noticeActors = async (parts: AnnounceParts, isAnew: boolean): Promise<boolean> => {
  const { actors, store } = parts;
  const before = await store.on();
  const present = actors.list().map((actor) => ({ actor, announces: announcesOf(actor) }));
  for (const { actor, announces } of present) {
    const had = isAnew ? [] : (before.get(actor.identifier) ?? []);
    const fresh = announces.filter((one) => !had.includes(one));
    for (const announcement of fresh) await learn(parts, actor, announcement);
    if (JSON.stringify(announces) !== JSON.stringify(before.get(actor.identifier) ?? []))
      await store.write([onRow(actor.identifier, announces.length === 0 ? undefined : announces)]);
  }
  const gone = [...before.keys()].filter((identifier) => actors.get(identifier) === undefined);
  if (gone.length > 0) await store.write(gone.map((identifier) => onRow(identifier, undefined)));
  return present.some(({ announces }) => announces.length > 0);
};

/** Reads what is new in the log, and keeps what of it is news, and what changes notes. */
export const noticeChanges = async (parts: AnnounceParts): Promise<void> => {
  const { log, store } = parts;
  const head = log.head();
  const reader = await store.reader();
  // After a restored backup positions count anew, and what is there then is no news.
  const isForeign = reader === undefined || reader.epoch !== head.epoch || reader.position > head.position;
  const isWanted = await noticeActors(parts, isForeign);
  if (isForeign || !isWanted) {
    if (isForeign || reader.position !== head.position)
      await store.write([readerRow({ epoch: head.epoch, position: head.position })]);
    return;
  }
  let { position } = reader;
  if (position === head.position) return;
  const counts = await WaitingCounts.read(parts);
  for (;;) {
    const page = await log.page(position, announceTimes.pageEntries);
    if (page.head.epoch !== head.epoch) return;
    const rows: Row[] = [];
    for (const entry of page.entries) {
      await giveWay();
      rows.push(...(await noticeEntry(parts, entry, counts)));
    }
    position = page.entries.at(-1)?.position ?? page.head.position;
    await store.write([...rows, readerRow({ epoch: head.epoch, position })]);
    if (!page.more) return;
  }
};

/** Forgets which post tells of things. */
export const forgetTold = (announcement: Announcement, things: readonly string[]): Row[] =>
  things.map((thing) => toldRow(announcement, thing, undefined));
