import type { Logger } from 'pino';
import type { Clock } from '../../model/clock.ts';
import type { FollowingLimits } from '../limits.ts';
import type { FollowedPeer } from './followed-peer.ts';
import type { FollowCourier } from './follow-courier.ts';
import type { PeerPuller } from './peer-puller.ts';

type AskLimits = Pick<FollowingLimits, 'answerMsMax' | 'unheardMax' | 'askAgainMs'>;

/** Whether a peer is to be asked for notices now: it never was, does not answer, or sends none though it promised them. Pure. */
export const mustAsk = (
  { actor, followState, askedAtMs = 0, unheard = 0 }: FollowedPeer,
  nowMs: number,
  { answerMsMax, unheardMax, askAgainMs }: AskLimits,
): boolean => {
  if (actor === undefined) return false;
  switch (followState) {
    case 'pulling':
      return true;
    case 'requested':
      return nowMs - askedAtMs >= answerMsMax;
    case 'accepted':
      return unheard >= unheardMax && nowMs - askedAtMs >= askAgainMs;
    default:
      return false;
  }
};

/** Asks a peer to tell of changes, where it must be asked. What fails is tried again behind its next pull. */
export const askForNotices = async (
  puller: PeerPuller,
  courier: FollowCourier | undefined,
  {
    clock,
    limits,
    logger,
  }: { readonly clock: Clock; readonly limits: AskLimits; readonly logger: Pick<Logger, 'warn'> },
): Promise<void> => {
  const { peer, stopping } = puller;
  if (courier === undefined || stopping.aborted || !mustAsk(peer, clock.now(), limits)) return;
  try {
    // The answer may be there before the asking has ended.
    await puller.change({ followState: 'requested', askedAtMs: clock.now(), unheard: 0 }, { durable: true });
    await courier.follow(puller.peer, stopping);
  } catch (error) {
    if (stopping.aborted) return;
    logger.warn({ err: error, peer: peer.origin }, 'could not ask to be told of changes; it is polled meanwhile');
    await puller.change({ followState: 'pulling' }, { durable: false }).catch(() => undefined);
  }
};
