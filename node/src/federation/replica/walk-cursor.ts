import type { ReplicaCursor } from '../../model/replica.ts';

/** Where a replica stands that has read nothing. */
export const emptyCursor: ReplicaCursor = {
  walk: 0,
  phase: 'walking',
  epoch: '',
  next: '',
  asksAgain: false,
  tag: undefined,
  checkpoint: undefined,
  freshUntilMs: 0,
  position: -1,
  head: -1,
  read: { sinceMs: 0, pages: 0, entries: 0, bytes: 0 },
  walkedAtMs: 0,
  comparison: 'equal',
  begunAnewMs: [],
  failures: 0,
  notBeforeMs: 0,
};

const anewPerMinuteMax = 2;
const minuteMs = 60_000;

/** Where a first walk begins. */
export const firstWalk = (start: string, { failures }: ReplicaCursor, nowMs: number): ReplicaCursor => ({
  ...emptyCursor,
  walk: 1,
  next: start,
  read: { ...emptyCursor.read, sinceMs: nowMs },
  failures,
});

/**
 * Where a walk begins anew: what the replica holds stays until the walk has ended.
 * @returns undefined when it has begun anew too often of late (CONS-010)
 */
export const walkAnew = (
  { walk, walkedAtMs, failures, begunAnewMs }: ReplicaCursor,
  start: string,
  comparison: ReplicaCursor['comparison'],
  nowMs: number,
): ReplicaCursor | undefined => {
  const recent = begunAnewMs.filter((atMs) => nowMs - atMs < minuteMs);
  if (recent.length >= anewPerMinuteMax) return undefined;
  return {
    ...emptyCursor,
    walk: walk + 1,
    next: start,
    read: { ...emptyCursor.read, sinceMs: nowMs },
    walkedAtMs,
    comparison,
    begunAnewMs: [...recent, nowMs],
    failures,
  };
};
