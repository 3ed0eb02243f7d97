import { afterEach, describe, expect, it, vi } from 'vitest';
import { patience } from '../../model/patience.test-helper.ts';
import { queueLimits } from '../limits.ts';
import { listen, numbers, TestStores } from './level-message-queue.fixture.ts';
import { openFederationStore } from './open-federation-store.ts';
import type { ParkedMessage } from './queue-tables.ts';
import { collector, HandClock } from './store.fixture.ts';

const stores = new TestStores();
const { open: openStore, newFolder } = stores;
afterEach(() => stores[Symbol.asyncDispose]());

/** Remembers what was parked, and why. */
const parkedWith = () => {
  const parked: [ParkedMessage, string][] = [];
  return { parked, onParked: (each: ParkedMessage, said: string) => void parked.push([each, said]) };
};

describe('a message that fails', () => {
  it('is tried again after longer and longer, keeps its place, and is parked at last', async () => {
    const clock = new HandClock();
    const { parked, onParked } = parkedWith();
    const store = await openStore({ clock, onParked });
    const got = collector();
    await using _ = listen(store.queues.outbox, (message) => {
      got.handler(message);
      if (message === 'poison') throw new Error('cannot');
    });
    await store.queues.outbox.enqueue('poison', { orderingKey: 'a' });
    await store.queues.outbox.enqueue('after it', { orderingKey: 'a' });
    for (const attempt of numbers(queueLimits.attemptsMax - 1)) {
      await got.received(attempt + 1);
      await vi.waitFor(async () => expect(await store.queues.outbox.getDepth()).toMatchObject({ ready: 2 }), patience);
      clock.turn(queueLimits.retryMs * 2 ** attempt - 1);
      store.wake();
      await store.queues.inbox.enqueue('time to see that nothing goes');
      expect(got.messages).toHaveLength(attempt + 1);
      clock.turn(1);
      store.wake();
    }
    await got.received(queueLimits.attemptsMax + 1);
    expect(got.messages).toEqual([...Array.from({ length: queueLimits.attemptsMax }, () => 'poison'), 'after it']);
    expect(parked).toEqual([[expect.objectContaining({ queue: 'outbox', sequence: 1, reason: 'attempts' }), 'cannot']]);
    expect(store.queues.outbox.parkedCount).toBe(1);
    expect(await store.queues.outbox.parked(10)).toEqual([parked[0]?.[0]]);
  });

  it('comes back from the parked ones when someone says so', async () => {
    const { onParked } = parkedWith();
    const store = await openStore({ onParked, limits: { attemptsMax: 1 } });
    const got = collector();
    let broken = true;
    await using _ = listen(store.queues.outbox, (message) => {
      got.handler(message);
      if (broken) throw new Error('cannot');
    });
    await store.queues.outbox.enqueue('once');
    await vi.waitFor(() => expect(store.queues.outbox.parkedCount).toBe(1), patience);
    broken = false;
    expect(await store.queues.outbox.retryParked(1)).toBe(true);
    expect(await store.queues.outbox.retryParked(1)).toBe(false);
    await got.received(2);
    expect(got.messages).toEqual(['once', 'once']);
    expect(store.queues.outbox.parkedCount).toBe(0);
  });

  it('has failed when its handler takes too long', async () => {
    const { parked, onParked } = parkedWith();
    const store = await openStore({ onParked, limits: { attemptsMax: 1, handlerMsMax: 5, handlersAtOnce: 1 } });
    const got = collector();
    await using _ = listen(store.queues.outbox, (message) =>
      message === 'for ever' ? new Promise<void>(() => undefined) : got.handler(message),
    );
    await store.queues.outbox.enqueueMany(['for ever', 'next']);
    await got.received(1);
    expect(parked).toMatchObject([[{ sequence: 1 }, 'it took longer than 5 ms']]);
  });

  it('is parked when its record is damaged, once, and the others go on', async () => {
    const { parked, onParked } = parkedWith();
    const folder = await newFolder();
    {
      await using store = await openFederationStore(folder, { clock: new HandClock() });
      await store.queues.inbox.enqueueMany(['a', 'b', 'c']);
      const record = await store.tables.get('inbox-ready', '0000000000000002');
      await store.tables.write(
        [{ table: 'inbox-ready', key: '0000000000000002', value: record?.replace('"b"', '"x"') }],
        true,
      );
    }
    for (const again of [false, true]) {
      await using store = await openFederationStore(folder, { clock: new HandClock(), onParked });
      const got = collector();
      await using _ = listen(store.queues.inbox, got.handler);
      await store.queues.inbox.enqueue('d');
      await got.received(again ? 1 : 3);
      expect(got.messages).toEqual(again ? ['d'] : ['a', 'c', 'd']);
      expect(store.queues.inbox.parkedCount).toBe(1);
      expect(await store.queues.inbox.retryParked(2)).toBe(false);
    }
    expect(parked).toMatchObject([[{ sequence: 2, reason: 'unreadable' }, 'its record is damaged']]);
  });

  it('is not counted against when the node stops while it is handled', async () => {
    const folder = await newFolder();
    const { parked, onParked } = parkedWith();
    for (const round of numbers(4)) {
      await using store = await openFederationStore(folder, {
        clock: new HandClock(),
        onParked,
        limits: { attemptsMax: 2 },
      });
      if (round === 0) await store.queues.inbox.enqueue('long');
      const got = collector();
      void store.queues.inbox.listen(async (message) => {
        got.handler(message);
        await new Promise<void>(() => undefined);
      });
      await got.received(1);
      expect(await store.tables.get('inbox-started', '0000000000000001')).toBe('1');
    }
    expect(parked).toEqual([]);
  });
});
