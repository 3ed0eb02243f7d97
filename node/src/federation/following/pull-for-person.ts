import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../model/clock.ts';
import type { MoveFollower } from './follow-moves.ts';
import type { PeerPuller, Watching } from './peer-puller.ts';
import type { Lane } from './pull-lanes.ts';

/** What pulls for somebody who waits need. */
export interface PersonPullTools {
  readonly pullers: ReadonlyMap<string, PeerPuller>;
  readonly moves: Pick<MoveFollower, 'settle'>;
  readonly clock: Clock;
  readonly freshWaitMsMax: number;
}

/** Pulls until there is no more to read. */
const pullToEnd = async (
  puller: PeerPuller,
  watching: Watching,
  lane: Lane | undefined,
  { clock, freshWaitMsMax }: PersonPullTools,
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

/** Pulls for somebody who waits; who has moved is read where it lives on. @returns all that were pulled, last those that others have become */
export const pullForPerson = async (
  asked: readonly PeerPuller[],
  watching: Watching,
  tools: PersonPullTools,
): Promise<ReadonlySet<PeerPuller>> => {
  // Who asks for one is kept waiting by no other.
  const lane = asked.length === 1 ? 'person' : undefined;
  const all = new Set(asked);
  // Those that are found on the way are pulled too.
  for (let fresh = [...all]; fresh.length > 0;) {
    await Promise.all(fresh.map((puller) => pullToEnd(puller, watching, lane, tools)));
    await tools.moves.settle();
    fresh = [...all].flatMap(({ peer: { movedTo = '' } }) => tools.pullers.get(movedTo) ?? []);
    fresh = fresh.filter((puller) => !all.has(puller));
    for (const puller of fresh) all.add(puller);
  }
  return all;
};
