import type { FollowedNode } from '../../model/followed-node.ts';
import type { ReplicaCursor } from '../../model/replica.ts';
import type { FollowedPeer } from './followed-peer.ts';

const timeText = (atMs: number): string => new Date(atMs).toISOString();

const digestOf = (cursor: ReplicaCursor | undefined): FollowedNode['digest'] => {
  if (cursor === undefined || cursor.phase !== 'following' || cursor.checkpoint === undefined) return 'unknown';
  return cursor.comparison === 'equal' ? 'agrees' : 'differs';
};

/** A followed node in words for its operator. Pure. */
export const describeFollowed = (
  { origin, name, sinceMs, actor, followState, pull, nextPullAtMs, movedTo, movedFrom }: FollowedPeer,
  held: { readonly cursor: ReplicaCursor | undefined; readonly leftOut: number; readonly things: number },
): FollowedNode => ({
  origin,
  name,
  since: timeText(sinceMs),
  ...(actor === undefined ? {} : { actor }),
  followState,
  state: pull?.state ?? 'new',
  ...(pull?.reason === undefined ? {} : { reason: { ...pull.reason } }),
  things: held.things,
  leftOut: held.leftOut,
  issues: (pull?.issues ?? []).map((issue) => ({ ...issue })),
  digest: digestOf(held.cursor),
  ...(movedTo === undefined ? {} : { movedTo }),
  ...(movedFrom === undefined ? {} : { movedFrom }),
  ...(pull === undefined ? {} : { lastPull: timeText(pull.atMs) }),
  nextPull: timeText(nextPullAtMs),
});
