import {
  type FeedCursor,
  type FeedHead,
  formatCursor,
  judgeCursor,
  nextCursor,
  parseCursor,
  type SignedCheckpoint,
  startOfWalk,
  writeFeedItem,
  writeFeedPage,
} from '@openstraat/spec';
import type { JsonObject } from '../../json/json-value.ts';
import { problem, type TinyAnswer } from './answer.ts';
import type { TinyState } from './state.ts';

/** The licence of the feed as a whole. */
export const feedLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** A cursor, or the answer to one that makes no sense. */
const readCursor = (url: URL, head: FeedHead): FeedCursor | TinyAnswer => {
  const [from, after, cursor] = ['from', 'afterChangeNumber', 'cursor'].map((name) => url.searchParams.get(name));
  if (url.search === '') return startOfWalk(head);
  const position = Number(from ?? after ?? Number.NaN);
  if (!Number.isSafeInteger(position) || position < 0) return problem(400, 'That is no position.');
  if (from !== null) return startOfWalk(head, position);
  if (cursor === null) return { epoch: head.epoch, after: position, walkHead: 0 };
  const parsed = parseCursor(cursor ?? '');
  if (parsed === undefined || parsed.after !== position) return problem(400, 'That is no cursor of this feed.');
  return judgeCursor(parsed, head) === 'continue' ? parsed : problem(410, 'Begin again.');
};

/** The page that an address asks for, with its context, or the answer to an address that makes no sense. */
export const writePage = (
  origin: string,
  state: TinyState,
  url: URL,
  parts: { readonly entriesPerPage: number; readonly checkpoint: () => SignedCheckpoint },
): { readonly page: JsonObject; readonly hasMore: boolean } | TinyAnswer => {
  const head: FeedHead = { epoch: state.epoch, position: state.head, droppedTombstone: 0 };
  const cursor = readCursor(url, head);
  if ('status' in cursor) return cursor;
  const above = state.entries.filter(({ position }) => position > cursor.after);
  const shown = above.slice(0, parts.entriesPerPage);
  const hasMore = above.length > shown.length;
  const last = shown.at(-1)?.position ?? cursor.after;
  const next = nextCursor(cursor, last, head, !hasMore);
  const text = writeFeedPage(
    {
      origin,
      license: feedLicence,
      epoch: state.epoch,
      self: url.href,
      next:
        shown.length === 0 ? url.href : `${origin}/feed?cursor=${formatCursor(next)}&afterChangeNumber=${next.after}`,
      withContext: true,
      ...(hasMore ? { moreAfter: last } : {}),
      ...(hasMore || cursor.after > head.position ? {} : { checkpoint: parts.checkpoint() }),
    },
    shown.map(({ kind, id, position, data, movedTo }) =>
      writeFeedItem(origin, {
        kind,
        id: id.startsWith(origin) ? id.slice(origin.length) : id,
        position,
        dataText: data === undefined ? undefined : JSON.stringify(data),
        movedTo,
      }),
    ),
  );
  return { page: JSON.parse(text) as JsonObject, hasMore };
};
