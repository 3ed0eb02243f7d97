import type { Logger } from 'pino';
import type { FollowCourier } from './follow-courier.ts';
import type { PeerPuller } from './peer-puller.ts';

/** Asks a peer to tell of changes, if it has an actor and was not asked before. What fails is tried again behind its next pull. */
export const askForNotices = async (
  puller: PeerPuller,
  courier: FollowCourier | undefined,
  logger: Pick<Logger, 'warn'>,
): Promise<void> => {
  const { peer } = puller;
  if (courier === undefined || peer.actor === undefined || peer.followState !== 'pulling' || puller.isStopped) return;
  try {
    // The answer may be there before the asking has ended.
    await puller.change({ followState: 'requested' }, { durable: true });
    await courier.follow(puller.peer);
  } catch (error) {
    logger.warn({ err: error, peer: peer.origin }, 'could not ask to be told of changes; it is polled meanwhile');
    await puller.change({ followState: 'pulling' }, { durable: false }).catch(() => undefined);
  }
};
