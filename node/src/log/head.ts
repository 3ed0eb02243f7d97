import {
  addToDigest,
  digestTerm,
  type Kind,
  kinds,
  type Position,
  type SetDigest,
  subtractFromDigest,
} from '@openstraat/spec';
import type { LogHead, ThingChange } from './change-log.ts';

/** Zero of each kind. */
export const noneByKind = (): Record<Kind, number> =>
  Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;

/** The head of a log that holds nothing yet. */
export const emptyHead = (epoch: string): LogHead => ({
  epoch,
  position: 0,
  droppedTombstone: 0,
  live: 0,
  liveByKind: noneByKind(),
  tombstones: 0,
  digest: 0n,
});

/** Where a batch goes, and the head after it. */
export interface AppendPlan {
  /** Position of the first thing; the others follow one by one. */
  readonly firstPosition: Position;
  readonly head: LogHead;
}

const checkPrevious = (change: ThingChange, head: LogHead): void => {
  const { id, previous } = change;
  if (previous === undefined) return;
  const forgotten = previous.hash === undefined && previous.position <= head.droppedTombstone;
  if (forgotten || previous.position > head.position) {
    throw new Error(`the state of ${id} at ${previous.position} is not its present one`);
  }
};

/** Carries over once a batch, not once a thing. */
const moveDigest = (digest: SetDigest, by: bigint): SetDigest =>
  by < 0n ? subtractFromDigest(digest, addToDigest(0n, -by)) : addToDigest(digest, by);

/**
 * Finds where a batch goes and counts the head after it.
 * Positions are microseconds since 1970, and move on by one where the clock does not.
 */
export const planAppend = (
  things: readonly ThingChange[],
  head: LogHead,
  origin: string,
  nowMs: number,
): AppendPlan => {
  const firstPosition = Math.max(head.position + 1, Math.floor(nowMs * 1_000));
  if (things.length === 0) return { firstPosition, head };
  const position = firstPosition + things.length - 1;
  if (!Number.isSafeInteger(position)) throw new Error(`the clock says ${nowMs}, which is no time for a position`);
  const liveByKind = { ...head.liveByKind };
  let { live, tombstones } = head;
  let digestChange = 0n;
  for (const change of things) {
    checkPrevious(change, head);
    const { id, kind, hash, previous } = change;
    if (previous?.hash !== undefined) {
      digestChange -= digestTerm(origin + id, previous.hash);
      live -= 1;
      liveByKind[kind] -= 1;
    } else if (previous !== undefined) tombstones -= 1;
    if (hash === undefined) tombstones += 1;
    else {
      digestChange += digestTerm(origin + id, hash);
      live += 1;
      liveByKind[kind] += 1;
    }
  }
  const digest = moveDigest(head.digest, digestChange);
  return { firstPosition, head: { ...head, position, live, liveByKind, tombstones, digest } };
};

/** The head after tombstones were forgotten. */
export const withoutTombstones = (head: LogHead, dropped: readonly Position[]): LogHead => ({
  ...head,
  tombstones: head.tombstones - dropped.length,
  droppedTombstone: Math.max(head.droppedTombstone, ...dropped),
});
