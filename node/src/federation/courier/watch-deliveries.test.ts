import type { MessageQueue } from '@fedify/fedify';
import { expect, it } from 'vitest';
import { type Delivery, type DeliveryWatcher, watchDeliveries } from './watch-deliveries.ts';

/** A queue whose messages the test hands out. */
class HandedOut implements MessageQueue {
  #handler: (message: unknown) => Promise<void> | void = () => undefined;

  enqueue(): Promise<void> {
    return Promise.resolve();
  }
  listen(handler: (message: unknown) => Promise<void> | void): Promise<void> {
    this.#handler = handler;
    return Promise.resolve();
  }
  async give(message: unknown): Promise<void> {
    await this.#handler(message);
  }
}

const message = (inbox: string) => ({ type: 'outbox', inbox, actorIds: [`${inbox}/actor`], attempt: 0 });

it('tells of each delivery by itself whether it arrived, and stops those that may not go', async () => {
  const told: string[] = [];
  const note =
    (word: string) =>
    ({ inbox }: Delivery): Promise<void> => {
      told.push(`${inbox} ${word}`);
      return Promise.resolve();
    };
  const watcher: DeliveryWatcher = {
    mayGo: ({ inbox }) => inbox !== 'blocked',
    delivered: note('delivered'),
    failed: note('failed'),
  };
  const queue = new HandedOut();
  const watched = watchDeliveries(queue, watcher);
  const seen: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  await watched.queue.listen(async (given: { inbox?: string }) => {
    seen.push(given);
    // They are under way at the same time.
    await gate.promise;
    if (given.inbox === 'down') watched.onError(new Error('down'));
  });
  const all = ['up', 'down', 'blocked', 'also-up'].map((inbox) => queue.give(message(inbox)));
  const other = queue.give({ type: 'fanout' });
  gate.resolve();
  await Promise.all([...all, other]);
  expect(told.toSorted()).toEqual(['also-up delivered', 'down failed', 'up delivered']);
  expect(seen).toHaveLength(4);
});
