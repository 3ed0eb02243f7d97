import type { Fault } from '../../model/fault.ts';
import type { ReplicaLimits } from '../replica/limits.ts';
import { nextPollAtMs } from '../replica/next-poll.ts';
import type { PullResult } from '../replica/pull-result.ts';
import type { FollowedPeer } from './followed-peer.ts';
import type { Leaving } from './judge-leaving.ts';
import type { KnownOfPeer } from './known-of-peer.ts';

/** What made a pull begin. */
export type PullCause = 'notice' | 'poll' | 'person';

/** How a pull ended, with what the peer said of itself. */
export interface PullFacts {
  readonly result: PullResult;
  readonly cause: PullCause;
  /** undefined where its description could not be read. */
  readonly known: KnownOfPeer | undefined;
  readonly leaving: Leaving;
  readonly nowMs: number;
}

/** Changes in a row that the peer sent no notice of, with those of this pull. */
const unheardAfter = ({ pull, unheard = 0 }: FollowedPeer, { result, cause }: PullFacts): number => {
  if (cause === 'notice') return 0;
  const findsChanges = pull?.state === 'current' && result.state === 'current' && result.entries > 0;
  return cause === 'poll' && findsChanges ? unheard + 1 : unheard;
};

/** What is kept of a peer when it was pulled. Pure. */
export const peerAfterPull = (peer: FollowedPeer, facts: PullFacts, issuesShown: number): FollowedPeer => {
  const { known, leaving, nowMs } = facts;
  const { state, reason, issues, nextPollAtMs: nextPullAtMs } = facts.result;
  return {
    ...peer,
    ...(known === undefined
      ? {}
      : {
          name: known.name,
          actor: known.actor,
          movedTo: leaving.movedTo,
          leavingSinceMs: leaving.leavingSinceMs,
        }),
    // Another actor has not been asked.
    ...(known === undefined || known.actor === peer.actor ? {} : { followState: 'pulling' }),
    unheard: unheardAfter(peer, facts),
    pull: {
      state,
      atMs: nowMs,
      ...(reason === undefined ? {} : { reason: { code: reason.code, words: reason.words, url: reason.url } }),
      issues: issues.first.slice(0, issuesShown),
    },
    nextPullAtMs,
  };
};

/**
 * What is kept of a peer whose replica itself failed. Pure.
 * @param facts.failures faults in a row, this one included
 */
export const peerAfterFault = (
  peer: FollowedPeer,
  { code, message }: Fault,
  facts: {
    readonly nowMs: number;
    readonly failures: number;
    readonly random: number;
    readonly limits: ReplicaLimits;
  },
): FollowedPeer => ({
  ...peer,
  pull: { state: 'failed', atMs: facts.nowMs, reason: { code, words: message, url: '' }, issues: [] },
  nextPullAtMs: nextPollAtMs('failed', { ...facts, retryAfterMs: undefined }),
});
