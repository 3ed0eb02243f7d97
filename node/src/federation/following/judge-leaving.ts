import type { MoveVerdict } from '../moving/confirm-move.ts';
import type { FollowedPeer } from './followed-peer.ts';

/** What a peer's word that it has moved comes to; empty where it is not so. */
export type Leaving = Pick<FollowedPeer, 'movedTo' | 'leavingSinceMs'>;

/**
 * Where a peer that says so has moved: nothing of that when the new end does not know of it. Pure.
 * @param verdict what the new end says
 */
export const judgeLeaving = (
  { leavingSinceMs, movedTo }: Leaving,
  verdict: MoveVerdict,
  nowMs: number,
  leavingMsMax: number,
): Leaving => {
  const sinceMs = leavingSinceMs ?? nowMs;
  if (verdict.how === 'confirmed') return { leavingSinceMs: sinceMs, movedTo: verdict.description.origin };
  // The new end may be up again soon. Until then what is there stays, but not for ever.
  const mayReturn = verdict.how === 'unsure' && nowMs - sinceMs < leavingMsMax;
  return mayReturn ? { leavingSinceMs: sinceMs, movedTo } : {};
};
