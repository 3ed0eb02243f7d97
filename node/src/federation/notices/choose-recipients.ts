import type { Follower } from '../followers/follower.ts';

/** What is remembered of the last notice that went out to a follower, in milliseconds since 1970. */
export type LastNotices = ReadonlyMap<string, number>;

/**
 * Chooses who gets a notice now. One that can't be reached has an earlier notice waiting, which says the same: it gets another only after a while. Pure.
 */
export const chooseRecipients = (
  nodes: readonly Follower[],
  last: LastNotices,
  nowMs: number,
  unreachableMs: number,
): readonly Follower[] =>
  nodes.filter(({ id, failingSince }) => {
    const lastMs = last.get(id);
    return failingSince === undefined || lastMs === undefined || nowMs - lastMs >= unreachableMs;
  });
