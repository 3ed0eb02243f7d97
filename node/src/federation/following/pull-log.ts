import type { Logger } from 'pino';
import { Fault } from '../../model/fault.ts';
import type { PullResult } from '../replica/pull-result.ts';
import type { FollowedPeer } from './followed-peer.ts';

/** Logs what an operator should know of pulls: what is new, not that it still is so. */
export const createPullLog = (
  logger: Pick<Logger, 'info' | 'warn' | 'error'>,
): ((peer: FollowedPeer, result: PullResult | Fault) => void) => {
  const said = new Map<string, string>();
  const isNew = (peer: string, what: string): boolean => {
    const before = said.get(peer) ?? 'current';
    said.set(peer, what);
    return before !== what;
  };
  return ({ origin: peer }, result) => {
    if (result instanceof Fault) {
      if (isNew(peer, result.code)) logger.error({ peer, err: result }, 'a replica failed; it is opened anew');
      return;
    }
    const { state, reason, walkedBecause, changed, removed } = result;
    if (walkedBecause !== undefined)
      logger.info({ peer, because: walkedBecause, changed, removed }, 'a feed was read anew from its start');
    if (state === 'behind') return;
    if (!isNew(peer, state === 'current' ? state : `${state} ${reason?.code ?? ''}`)) return;
    if (state === 'current') logger.info({ peer }, 'a feed is read up to its head again');
    else if (state === 'moved') logger.info({ peer, ...reason }, 'a followed node lives on elsewhere');
    else logger.warn({ peer, ...reason }, state === 'failed' ? 'a feed could not be read' : 'a replica differs');
  };
};
