import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../model/clock.ts';
import type { Lane, PeerPuller, Watching } from './peer-puller.ts';

/** Pulls for somebody who waits, until there is no more to read. */
export const pullToEnd = async (
  puller: PeerPuller,
  watching: Watching,
  {
    clock,
    freshWaitMsMax,
    lane,
  }: { readonly clock: Clock; readonly freshWaitMsMax: number; readonly lane: Lane | undefined },
): Promise<void> => {
  for (let waited = false; watching.signal?.aborted !== true;) {
    const result = await puller.pull(watching, lane);
    if (result === undefined) return;
    if (result.state === 'behind') continue;
    // CONS-025: what is asked for now may have to wait until the last answer no longer holds.
    const waitMs = result.nextPollAtMs - clock.now();
    if (result.state === 'moved') return;
    if (waited || result.pages > 0 || result.state === 'failed' || waitMs > freshWaitMsMax) return;
    waited = true;
    await wait(Math.max(0, waitMs), undefined, { signal: watching.signal }).catch(() => undefined);
  }
};
