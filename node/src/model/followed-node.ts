/** How a request to be told of changes stands: `pulling` until one was sent, since the feed itself needs no permission. */
export const followStates = ['pulling', 'requested', 'accepted', 'rejected'] as const;
export type FollowState = (typeof followStates)[number];

/** How the last pull of a feed ended; `new` before the first. */
export type FollowedState = 'new' | 'current' | 'behind' | 'failed' | 'differs' | 'moved';

/** A node that is followed, for the operator. Plain JSON; times in RFC 3339. */
export interface FollowedNode {
  origin: string;
  /** What it calls itself. */
  name: string;
  since: string;
  /** Its ActivityPub actor, where it has one. */
  actor?: string;
  followState: FollowState;
  state: FollowedState;
  /** Why it is not `current`. */
  reason?: { code: string; words: string; url: string };
  /** Things of it that are held here. */
  things: number;
  /** Things of it that could not be taken. */
  leftOut: number;
  /** What was wrong with some of those that the last pull met. */
  issues: { id: string; path: string; code: string; message: string }[];
  /** Whether what is held here is what the node's signed checkpoint counts. */
  digest: 'agrees' | 'differs' | 'unknown';
  /** The origin at which it lives on; followed there in its place once that is read. */
  movedTo?: string;
  /** The origin at which it was followed before. */
  movedFrom?: string;
  lastPull?: string;
  nextPull: string;
}

/** How far the reading of a feed is. */
export interface FollowProgress {
  /** `waiting`: others are read first. */
  phase: 'waiting' | 'walking' | 'sweeping' | 'following';
  /** Entries read so far. */
  entries: number;
  changed: number;
  removed: number;
  /** Things held now. */
  live: number;
}
