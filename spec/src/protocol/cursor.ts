/** A place in the order of changes: microseconds since 1970 at the earliest, and more where changes came faster. */
export type Position = number;

/** Where a reader of the feed stands. Opaque to readers; this is how our nodes write it. */
export interface FeedCursor {
  readonly epoch: string;
  /** Entries above this position come next. */
  readonly after: Position;
  /** The head when a walk from nothing began; 0 for a reader that already holds everything up to `after`. */
  readonly walkHead: Position;
}

/** The head of a feed, as far as a cursor is judged by it. */
export interface FeedHead {
  readonly epoch: string;
  readonly position: Position;
  /** Highest position of any tombstone that was dropped; 0 when none was. */
  readonly droppedTombstone: Position;
}

export const formatCursor = (cursor: FeedCursor): string =>
  `${cursor.epoch}-${cursor.after.toString(36)}-${cursor.walkHead.toString(36)}`;

const readPosition = (digits: string): Position | undefined => {
  const position = Number.parseInt(digits, 36);
  return Number.isSafeInteger(position) ? position : undefined;
};

/** Reads what `formatCursor` wrote; undefined when it did not write this. */
export const parseCursor = (text: string): FeedCursor | undefined => {
  const parts = /^([a-z0-9]{1,32})-([a-z0-9]{1,11})-([a-z0-9]{1,11})$/.exec(text);
  if (parts === null) return undefined;
  const [, epoch = '', afterDigits = '', walkDigits = ''] = parts;
  const after = readPosition(afterDigits);
  const walkHead = readPosition(walkDigits);
  if (after === undefined || walkHead === undefined) return undefined;
  const cursor = { epoch, after, walkHead };
  // One place in the feed has one address: caches and readers compare addresses.
  return formatCursor(cursor) === text ? cursor : undefined;
};

/** Where a walk that starts from nothing stands. */
export const startOfWalk = (head: FeedHead, after: Position = 0): FeedCursor => ({
  epoch: head.epoch,
  after,
  walkHead: head.position,
});

/**
 * Can this reader go on, or must it begin again (410)?
 * A tombstone above `after` that was dropped may be missed, unless the thing was gone before the walk began: then the reader never had it.
 */
export const judgeCursor = (
  cursor: FeedCursor,
  head: FeedHead,
): 'continue' | 'foreign-epoch' | 'tombstones-dropped' => {
  if (cursor.epoch !== head.epoch) return 'foreign-epoch';
  return head.droppedTombstone > Math.max(cursor.after, cursor.walkHead) ? 'tombstones-dropped' : 'continue';
};

/** Where the reader stands after a page: the walk is over when the page reached the head. */
export const nextCursor = (
  cursor: FeedCursor,
  lastPosition: Position,
  head: FeedHead,
  reachesHead: boolean,
): FeedCursor =>
  reachesHead
    ? { epoch: head.epoch, after: Math.max(head.position, cursor.after), walkHead: 0 }
    : { epoch: head.epoch, after: lastPosition, walkHead: cursor.walkHead };
