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

/** What asking peers for notices needs. */
export interface NoticeAskingTools {
  /** Resolves when a peer is not being told that it is no longer followed: a new request must not be taken for the old one. */
  readonly told: (actor: string | undefined) => Promise<void>;
  readonly courier: () => FollowCourier | undefined;
  readonly clock: Clock;
  readonly limits: AskLimits;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Asks peers to tell of changes, beside their pulls: whoever is slow to be asked keeps no pull waiting. */
export interface NoticeAsking {
  /** Asks a peer, where it must be asked. What fails is tried again behind its next pull. */
  ask(puller: PeerPuller): void;
  /** Resolves when a peer is not being asked. */
  asked(puller: PeerPuller): Promise<void>;
  /** Resolves when nobody is being asked. */
  idle(): Promise<void>;
}

/** Makes what asks peers for notices. */
export const createNoticeAsking = ({
  told,
  courier: courierNow,
  clock,
  limits,
  logger,
}: NoticeAskingTools): NoticeAsking => {
  const asking = new Map<PeerPuller, Promise<void>>();

  const askNow = async (puller: PeerPuller): Promise<void> => {
    await told(puller.peer.actor);
    const courier = courierNow();
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

  return {
    ask(puller) {
      if (asking.has(puller)) return;
      asking.set(
        puller,
        askNow(puller).finally(() => asking.delete(puller)),
      );
    },
    async asked(puller) {
      await asking.get(puller);
    },
    async idle() {
      await Promise.all(asking.values());
    },
  };
};
