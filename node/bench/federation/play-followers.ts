import { setTimeout as wait } from 'node:timers/promises';
import type { Cost } from './cost.ts';
import { startLineChild } from './line-child.ts';

const followers = 200;
const lookMs = 20;
const secondsMax = 120;

/** What came of one type. */
interface Received {
  readonly count: number;
  readonly bytes: number;
  /** When the last one came, in milliseconds since 1970. */
  readonly lastAtMs: number;
}

interface PlayOptions {
  /** Of the node that they follow. */
  readonly origin: string;
  /** After so long without another one, no more will come. */
  readonly quietMs: number;
  readonly sourceCpu: () => Promise<number>;
  /** Makes as many changes at the node, in one delivery. */
  readonly change: (count: number) => Promise<void>;
  readonly changesMany: number;
}

/** Lets many nodes follow one, and measures what it costs to tell them of changes; the first figure is that of one change. */
export const playFollowers = async (options: PlayOptions): Promise<readonly Cost[]> => {
  const { origin, quietMs, sourceCpu, change, changesMany } = options;
  await using player = await startLineChild('federation-followers-child.ts', [String(followers)]);
  const received = (type: string): Promise<Received> => player.ask<Received>({ received: type });
  const playerCpu = async (): Promise<number> => (await player.ask<{ seconds: number }>({ cpu: true })).seconds;
  const untilReceived = async (type: string, count: number): Promise<Received> => {
    for (const startedAt = performance.now(); ; await wait(lookMs)) {
      const now = await received(type);
      if (now.count >= count) return now;
      if (performance.now() - startedAt > secondsMax * 1_000)
        throw new Error(`only ${now.count} of ${count} ${type} activities came`);
    }
  };

  const measure = async (
    about: Pick<Cost, 'what' | 'asked'>,
    type: string,
    act: () => Promise<number>,
  ): Promise<Cost> => {
    const before = { ...(await received(type)), sourceCpu: await sourceCpu(), followerCpu: await playerCpu() };
    const startedAtMs = await act();
    await untilReceived(type, before.count + followers);
    await wait(quietMs);
    const after = await received(type);
    return {
      ...about,
      seconds: (after.lastAtMs - startedAtMs) / 1_000,
      activities: after.count - before.count,
      bytes: after.bytes - before.bytes,
      sourceCpu: (await sourceCpu()) - before.sourceCpu,
      followerCpu: (await playerCpu()) - before.followerCpu,
    };
  };

  const { actor } = (await (await fetch(`${origin}/.well-known/openstraat`)).json()) as { actor: string };
  const followed = await measure({ what: `${followers} Follows accepted`, asked: '–' }, 'Accept', async () => {
    const startedAtMs = Date.now();
    await player.ask({ follow: actor });
    return startedAtMs;
  });
  const changed: Cost[] = [];
  for (const [count, asked] of [
    [1, '≤ 10 s'],
    [10, '–'],
    [changesMany, 'no more activities than of 10'],
  ] as const)
    changed.push(
      await measure(
        {
          what: `${count.toLocaleString('en')} ${count === 1 ? 'change' : 'changes'} in one delivery, until the last has its last notice`,
          asked,
        },
        'Update',
        async () => {
          await change(count);
          return Date.now();
        },
      ),
    );
  return [...changed, followed];
};
