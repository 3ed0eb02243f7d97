import type { ReplicaLimits } from './limits.ts';
import type { PullResult } from './pull-result.ts';

const jitterShare = 0.1;

/**
 * When to ask a peer again. Pure.
 * @param failures pulls in a row that failed, this one included
 * @param random in [0, 1): peers that failed together must not come back together
 */
export const nextPollAtMs = (
  state: PullResult['state'],
  facts: {
    readonly nowMs: number;
    readonly failures: number;
    readonly retryAfterMs: number | undefined;
    readonly random: number;
    readonly limits: Pick<ReplicaLimits, 'pollMs' | 'retryFirstMs' | 'retryMsMax'>;
  },
): number => {
  const { nowMs, failures, retryAfterMs = 0, random, limits } = facts;
  switch (state) {
    case 'behind':
      return nowMs;
    case 'failed': {
      const longestMs = Math.min(limits.retryMsMax, limits.retryFirstMs * 2 ** Math.min(30, failures - 1));
      return Math.ceil(nowMs + Math.max(retryAfterMs, (longestMs * (1 + random)) / 2));
    }
    default:
      return Math.ceil(nowMs + limits.pollMs * (1 + jitterShare * (2 * random - 1)));
  }
};
