import { afterEach, expect, it } from 'vitest';
import { patience } from '../../model/patience.test-helper.ts';
import { listen, TestStores } from './level-message-queue.fixture.ts';
import type { LevelMessageQueue } from './level-message-queue.ts';
import { type FederationStore, openFederationStore } from './open-federation-store.ts';
import { collector, HandClock } from './store.fixture.ts';
import { digits } from './tables.ts';

const stores = new TestStores();
afterEach(() => stores[Symbol.asyncDispose]());

const attemptsMax = 3;
const parked: unknown[] = [];

/** A store as a process leaves it that ended while handlers had some messages, each so many times by then. */
const openAfterCrash = async (
  messages: readonly string[],
  attempts: Readonly<Record<number, number>>,
): Promise<FederationStore> => {
  const folder = await stores.newFolder();
  {
    await using store = await openFederationStore(folder, { clock: new HandClock() });
    for (const queue of [store.queues.inbox, store.queues.outbox]) await queue.enqueueMany(messages);
    const rows = Object.entries(attempts).flatMap(([sequence, times]) =>
      (['inbox-started', 'outbox-started'] as const).map((table) => ({
        table,
        key: digits(Number(sequence)),
        value: String(times),
      })),
    );
    await store.tables.write(rows, true);
  }
  return stores.open({ limits: { attemptsMax }, onParked: (each, said) => parked.push([each.sequence, said]) }, folder);
};

it('go before the others of their queue, one at a time over all queues', async () => {
  const { queues } = await openAfterCrash(['a', 'b', 'c', 'd'], { 2: 1, 3: 1 });
  let [atOnce, most] = [0, 0];
  const listenTo = (queue: LevelMessageQueue) => {
    const messages: unknown[] = [];
    const listening = listen(queue, async (message) => {
      messages.push(message);
      if (message !== 'b' && message !== 'c') return;
      atOnce += 1;
      most = Math.max(most, atOnce);
      // Time in which others could go.
      for (let turn = 0; turn < 3; turn += 1) await queue.enqueue('later');
      atOnce -= 1;
    });
    return { messages, [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose]() };
  };
  await using inbox = listenTo(queues.inbox);
  await using outbox = listenTo(queues.outbox);
  for (const { messages } of [inbox, outbox]) {
    await expect.poll(() => messages.length, patience).toBe(10);
    expect(messages.slice(0, 4)).toEqual(['b', 'c', 'a', 'd']);
  }
  expect(most).toBe(1);
});

it('are put aside as soon as the process has ended as often as it may, and not before', async () => {
  const { queues } = await openAfterCrash(['a', 'b', 'c'], { 1: attemptsMax - 1, 2: attemptsMax });
  const got = collector();
  await using _ = listen(queues.inbox, got.handler);
  await got.received(2);
  expect(got.messages).toEqual(['a', 'c']);
  await expect.poll(() => parked, patience).toEqual([[2, 'the process ended each time that it was handled']]);
});
