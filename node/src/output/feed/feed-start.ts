import {
  type FeedCursor,
  type FeedHead,
  formatCursor,
  judgeCursor,
  parseCursor,
  type Position,
  startOfWalk,
} from '@openstraat/spec';
import { readQuery } from '../../http/query.ts';
import { Fault } from '../../model/fault.ts';

/** Where a request to the feed wants to begin. */
export type FeedStart =
  /** A walk by a reader that holds nothing. */
  | { readonly by: 'walk'; readonly after: Position; readonly path: string }
  /** A reader that holds everything up to a position that it knows. */
  | { readonly by: 'position'; readonly after: Position; readonly path: string }
  | { readonly by: 'cursor'; readonly after: Position; readonly path: string; readonly cursor: FeedCursor };

const readPosition = (name: string, value: string): Position => {
  const position = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(position))
    throw new Fault('bad-request', `The parameter ${name} takes a position: a whole number of at most 16 digits.`);
  return position;
};

/** Where a page of the feed stands, from its cursor. LIVE-025: the RPDE validator knows a feed by `afterChangeNumber`, so the position stands there once more. */
export const cursorPath = (cursor: FeedCursor): string =>
  `/feed?cursor=${formatCursor(cursor)}&afterChangeNumber=${cursor.after}`;

/**
 * Reads the query of a feed page.
 * @throws {Fault} `bad-request`, or `cursor-invalid` for a cursor that no node wrote
 */
export const readFeedStart = (url: string): FeedStart => {
  const {
    cursor: cursorText,
    from,
    afterChangeNumber,
  } = readQuery(url, ['cursor', 'from', 'afterChangeNumber'], 'refused');
  if (from !== undefined) {
    if (cursorText !== undefined || afterChangeNumber !== undefined)
      throw new Fault('bad-request', 'The parameter from stands alone: leave the others out.');
    const after = readPosition('from', from);
    return { by: 'walk', after, path: `/feed?from=${after}` };
  }
  if (cursorText !== undefined) {
    const cursor = parseCursor(cursorText);
    if (cursor === undefined || (afterChangeNumber ?? String(cursor.after)) !== String(cursor.after))
      throw new Fault('cursor-invalid', 'No feed wrote this cursor: follow next as it stands, or begin at /feed.');
    return { by: 'cursor', after: cursor.after, path: cursorPath(cursor), cursor };
  }
  if (afterChangeNumber === undefined) return { by: 'walk', after: 0, path: '/feed' };
  const after = readPosition('afterChangeNumber', afterChangeNumber);
  return { by: 'position', after, path: `/feed?afterChangeNumber=${after}` };
};

/**
 * The cursor of a request, once the head of its page's instant is known.
 * @throws {Fault} `cursor-gone` when the reader must begin again
 */
export const resolveCursor = (start: FeedStart, head: FeedHead): FeedCursor => {
  if (start.by === 'walk') return startOfWalk(head, start.after);
  const cursor = start.by === 'cursor' ? start.cursor : { epoch: head.epoch, after: start.after, walkHead: 0 };
  const verdict = judgeCursor(cursor, head);
  if (verdict === 'foreign-epoch')
    throw new Fault(
      'cursor-gone',
      'The feed has begun a new epoch since this cursor was written. Begin again at /feed.',
    );
  if (verdict === 'tombstones-dropped')
    throw new Fault(
      'cursor-gone',
      'Things that this reader may hold were deleted so long ago that the feed no longer says so. Begin again at /feed.',
    );
  return cursor;
};
