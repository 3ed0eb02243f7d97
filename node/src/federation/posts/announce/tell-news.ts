import { type Announcement, announcements, type LocalActor } from '../../actors/local-actor.ts';
import type { Row } from '../../store/tables.ts';
import { type AnnouncedThing, isNews } from './announced-thing.ts';
import { type AnnounceParts, announcesOf, placeOf, readAnnounced } from './announce-parts.ts';
import { announcementRows, type Waiting } from './announcement-store.ts';
import { announceLimits, announceTimes } from './limits.ts';
import { writeAnnouncement } from './write-announcement.ts';

const { waiting: waitingRow, told, sent } = announcementRows;

/** Whether what waits may be told: nothing came for a while, or the first has waited long enough. */
const isQuiet = (list: readonly Waiting[], nowMs: number): boolean => {
  const times = list.map(({ sinceMs }) => sinceMs);
  return nowMs - Math.max(...times) >= announceTimes.quietMs || nowMs - Math.min(...times) >= announceTimes.noisyMsMax;
};

/** How many notes an actor may still send on its own. */
const roomOf = async ({ store, clock }: AnnounceParts, identifier: string): Promise<number> =>
  announceLimits.notesADay - (await store.sentSince(identifier, clock.now() - announceTimes.dayMs));

const newsOf = async (
  parts: AnnounceParts,
  actor: LocalActor,
  announcement: Announcement,
  ids: readonly string[],
): Promise<readonly AnnouncedThing[]> => {
  const news: AnnouncedThing[] = [];
  for (const id of ids) {
    const thing = await readAnnounced(parts, announcement, id, actor.place ?? '');
    if (thing !== undefined && isNews(announcement, 'event' in thing ? thing.event : thing.offer, parts.clock.now()))
      news.push(thing);
  }
  return news;
};

/** Products always share a note; of others a few have one each, as long as there is room for all. */
const inNotes = (news: readonly AnnouncedThing[], announcement: Announcement, room: number) =>
  announcement !== 'products' && news.length <= Math.min(announceLimits.aloneMax, room)
    ? news.map((thing) => [thing])
    : [news];

const tellKind = async (
  parts: AnnounceParts,
  actor: LocalActor,
  announcement: Announcement,
  ids: readonly string[],
): Promise<number> => {
  const { posts, settings, store, clock } = parts;
  const { identifier } = actor;
  const place = await placeOf(parts, actor);
  const settled = ids.map((id) => waitingRow(identifier, announcement, id, undefined));
  const news = place === undefined ? [] : await newsOf(parts, actor, announcement, ids);
  if (place === undefined || news.length === 0) {
    await store.write(settled);
    return 0;
  }
  const notes = inNotes(news, announcement, await roomOf(parts, identifier));
  for (const [index, things] of notes.entries()) {
    // Those beyond the limit are still counted.
    const count = notes.length === 1 ? (ids.length > announceLimits.waitingMax ? ids.length : news.length) : 1;
    const kept = things.slice(0, announceLimits.thingsANote).map(({ id }) => id);
    const isLast = index === notes.length - 1;
    await posts.publish(
      {
        identifier,
        ...writeAnnouncement({ announcement, things, count, place }, settings),
        about: { announcement, things: kept, count },
      },
      (post): Row[] => [
        sent(identifier, clock.now(), post),
        ...kept.map((thing) => told(announcement, thing, post)),
        ...(isLast ? settled : kept.map((thing) => waitingRow(identifier, announcement, thing, undefined))),
      ],
    );
  }
  return notes.length;
};

const tellOf = async (parts: AnnounceParts, identifier: string, list: readonly Waiting[]): Promise<void> => {
  const { actors, store, clock } = parts;
  const actor = actors.get(identifier);
  const announces = actor === undefined ? [] : announcesOf(actor);
  const dropped = list.filter(({ announcement }) => !announces.includes(announcement));
  if (dropped.length > 0)
    await store.write(dropped.map(({ announcement, thing }) => waitingRow(identifier, announcement, thing, undefined)));
  const wanted = list.filter(({ announcement }) => announces.includes(announcement));
  if (actor === undefined || wanted.length === 0 || !isQuiet(wanted, clock.now())) return;
  for (const announcement of announcements) {
    const ids = wanted.filter((one) => one.announcement === announcement).map(({ thing }) => thing);
    if (ids.length > 0 && (await roomOf(parts, identifier)) > 0) await tellKind(parts, actor, announcement, ids);
  }
};

/** Tells followers what is new, as far as the day has room for it. */
export const tellNews = async (parts: AnnounceParts): Promise<void> => {
  for (const [identifier, list] of await parts.store.waiting())
    try {
      await tellOf(parts, identifier, list);
    } catch (error) {
      parts.onError(error);
    }
};
