import { feedPageItemsMax, nextCursor } from '@openstraat/spec';
import { fingerprint } from '../../http/entity-tag.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { software } from '../../http/software.ts';
import type { ChangeLogReader, LogEntry, LogHead } from '../../log/change-log.ts';
import { movedTo } from '../../log/moved.ts';
import type { OutputContext } from '../context.ts';
import { cursorPath, type FeedStart, resolveCursor } from './feed-start.ts';
import { type FeedMediaType, type PageEntry, writePage } from './write-page.ts';

/** A page of the feed, its body not yet written. */
export interface MadePage {
  /** The head at the instant of the page: as long as the log has it, the page is as it would be made now. */
  readonly head: LogHead;
  readonly tag: string;
  /** Where a full page says to go on; undefined where the page reaches the head. */
  readonly goesOn: FeedStart | undefined;
  body(): string | Promise<string>;
}

/** Reads a page from the log. @throws {Fault} `cursor-gone` */
export type PageMaker = (start: FeedStart, type: FeedMediaType) => Promise<MadePage>;

/** Says of things that are gone where they live on. */
const withPointers = async (log: ChangeLogReader, entries: readonly LogEntry[]): Promise<readonly PageEntry[]> => {
  const gone = entries.flatMap(({ id, text }) => (text === undefined ? [id] : []));
  if (gone.length === 0) return entries;
  const targets = await movedTo(log, gone);
  const byId = new Map(gone.map((id, at) => [id, targets[at]]));
  return entries.map((entry) => (entry.text === undefined ? { ...entry, movedTo: byId.get(entry.id) } : entry));
};

export const createPageMaker = (output: OutputContext): PageMaker => {
  const { log, settings } = output;
  const { origin, license } = settings;
  const build = fingerprint(software.version, origin, license);
  return async (start, type) => {
    const { entries, head, more } = await log.page(start.after, feedPageItemsMax);
    const cursor = resolveCursor(start, head);
    const last = entries.at(-1)?.position ?? cursor.after;
    // A reader beyond the head is not at it: its page says nothing of the head, and never changes.
    const isBeyond = cursor.after > head.position;
    const following = nextCursor(cursor, last, head, !more);
    // An empty page is the head, and names itself as the next: RPDE readers poll it from there.
    const next = entries.length === 0 ? start.path : cursorPath(following);
    const state = [
      cursor.epoch,
      cursor.after,
      cursor.walkHead,
      last,
      entries.length,
      more ? 'more' : isBeyond ? 'beyond' : head.position,
    ];
    const form = type === mediaTypes.json ? 'j' : type === mediaTypes.jsonLd ? 'l' : 'n';
    return {
      head,
      tag: [...state, form, start.by, build].join('.'),
      goesOn: more ? { by: 'cursor', after: following.after, path: next, cursor: following } : undefined,
      async body() {
        return writePage(
          type,
          {
            origin,
            license,
            epoch: head.epoch,
            self: origin + start.path,
            next: origin + next,
            ...(more ? { moreAfter: last } : {}),
            ...(more || isBeyond ? {} : { checkpoint: await output.checkpointFor(head) }),
          },
          await withPointers(log, entries),
        );
      },
    };
  };
};
