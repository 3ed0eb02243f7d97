import { testMessageQueue } from '@fedify/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../model/clock.ts';
import { patience } from '../../model/patience.test-helper.ts';
import { drained, listen, numbers, TestStores } from './level-message-queue.fixture.ts';
import { openFederationStore } from './open-federation-store.ts';
import { collector, duration, HandClock } from './store.fixture.ts';

const stores = new TestStores();
const { open: openStore, newFolder } = stores;
afterEach(() => stores[Symbol.asyncDispose]());

const hostOf = (message: unknown): string | undefined => (message as { readonly host?: string }).host;
const fromHost = (host: string | undefined, count: number) => numbers(count).map((n) => ({ ...(host && { host }), n }));

describe('the message queue in Level', () => {
  it("passes Fedify's own test", async () => {
    const { queues } = await openStore({ clock: systemClock });
    await testMessageQueue(
      () => queues.inbox,
      ({ controller }) => controller.abort(),
      { testOrderingKey: true },
    );
    expect(await queues.inbox.getDepth()).toEqual(drained);
  });

  it('hands out each message once, in order, whichever way it came, and counts what waits', async () => {
    const { queues } = await openStore({ limits: { handlersAtOnce: 1, messagesAhead: 3 } });
    await queues.outbox.enqueue(0);
    await queues.outbox.enqueueMany(numbers(20).map((n) => n + 1));
    await queues.outbox.enqueue('later', { delay: duration(5) });
    expect(await queues.outbox.getDepth()).toEqual({ queued: 22, ready: 21, delayed: 1 });
    expect(await queues.inbox.getDepth()).toEqual(drained);
    const got = collector();
    await using _ = listen(queues.outbox, got.handler);
    await got.received(21);
    expect(got.messages).toEqual(numbers(21));
  });

  it('gives one host so many handlers at once, in its order, and the others what is left', async () => {
    const { queues } = await openStore({ hostOf, limits: { handlersAHost: 2, handlersAtOnce: 4, messagesAhead: 3 } });
    await queues.inbox.enqueueMany(fromHost('slow', 7));
    await queues.inbox.enqueueMany(fromHost('other', 1));
    await queues.inbox.enqueueMany(fromHost(undefined, 3));
    const held: (() => void)[] = [];
    const got: string[] = [];
    let failures = 1;
    await using _ = listen(queues.inbox, async (message) => {
      const { host = 'nobody', n } = message as { readonly host?: string; readonly n: number };
      got.push(`${host} ${n}`);
      if (host === 'slow') await new Promise<void>((resolve) => held.push(resolve));
      // One that fails waits without its place.
      if (host === 'slow' && n === 0 && (failures -= 1) >= 0) throw new Error('failed');
    });
    const of2 = ['slow 0', 'slow 1'];
    await expect.poll(() => got.toSorted(), patience).toEqual(['nobody 0', 'nobody 1', 'nobody 2', 'other 0', ...of2]);
    held[0]?.();
    await expect.poll(() => got.filter((one) => one.startsWith('slow')), patience).toEqual([...of2, 'slow 2']);
    for (let done = 1; done < 7; done += 1) {
      await expect.poll(() => held.length, patience).toBeGreaterThan(done);
      held[done]?.();
      expect(got.filter((one) => one.startsWith('slow')).length - done).toBeLessThanOrEqual(2);
    }
    expect(got.filter((one) => one.startsWith('slow'))).toEqual(numbers(7).map((n) => `slow ${n}`));
  });

  it('holds what is delayed until its time, over a restart too', async () => {
    const clock = new HandClock();
    const folder = await newFolder();
    {
      await using store = await openFederationStore(folder, { clock });
      await store.queues.outbox.enqueue('in an hour', { delay: duration(3_600_000) });
      await store.queues.outbox.enqueueMany(['in a minute', 'in a minute, too'], { delay: duration(60_000) });
    }
    const store = await openStore({ clock }, folder);
    const got = collector();
    await using _ = listen(store.queues.outbox, got.handler);
    await store.queues.outbox.enqueue('in a second', { delay: duration(1_000) });
    await store.queues.outbox.enqueue('now');
    await got.received(1);
    expect(await store.queues.outbox.getDepth()).toMatchObject({ delayed: 4 });
    for (const [turn, count] of [
      [999, 1],
      [1, 2],
      [59_000, 4],
      [3_600_000, 5],
    ] as const) {
      clock.turn(turn);
      store.wake();
      await got.received(count);
    }
    expect(got.messages).toEqual(['now', 'in a second', 'in a minute', 'in a minute, too', 'in an hour']);
  });

  it('reads on when more are due than one reading takes', async () => {
    const clock = new HandClock();
    const store = await openStore({ clock });
    await store.queues.outbox.enqueueMany(numbers(2_500), { delay: duration(10) });
    const got = collector();
    await using _ = listen(store.queues.outbox, got.handler);
    clock.turn(10);
    store.wake();
    await got.received(2_500);
    expect(got.messages).toEqual(numbers(2_500));
  });

  it('finds what is due when the clock was set back', async () => {
    const clock = new HandClock();
    const store = await openStore({ clock });
    const got = collector();
    await using _ = listen(store.queues.outbox, got.handler);
    await store.queues.outbox.enqueue('before', { delay: duration(10) });
    clock.turn(10);
    store.wake();
    await got.received(1);
    clock.turn(-3_600_000);
    await store.queues.outbox.enqueue('after', { delay: duration(10) });
    clock.turn(10);
    store.wake();
    await got.received(2);
    expect(got.messages).toEqual(['before', 'after']);
  });

  it('runs messages of one ordering key one at a time and in order, without holding up others', async () => {
    const { queues } = await openStore({ limits: { handlersAtOnce: 4, messagesAhead: 4 } });
    for (const n of numbers(50)) await queues.outbox.enqueue({ key: 'slow', n }, { orderingKey: 'slow' });
    await queues.outbox.enqueueMany(numbers(50).map((n) => ({ key: 'free', n })));
    const gate = Promise.withResolvers<void>();
    const [free, slow] = [collector(), collector()];
    let [atOnce, most] = [0, 0];
    await using _ = listen(queues.outbox, async (message) => {
      const { key, n } = message as { key: string; n: number };
      if (key === 'free') return free.handler(n);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await gate.promise;
      slow.handler(n);
      atOnce -= 1;
    });
    await free.received(50);
    expect(slow.messages).toEqual([]);
    gate.resolve();
    await slow.received(50);
    expect(slow.messages).toEqual(numbers(50));
    expect(most).toBe(1);
  });

  it('lets none overtake one of its ordering key that is tried again later, also over a restart and where many wait', async () => {
    const folder = await newFolder();
    const clock = new HandClock();
    const limits = { handlersAtOnce: 4, messagesAhead: 2, messagesHeldMax: 3 };
    const key = { orderingKey: 'note' };
    let store = await openStore({ clock, limits }, folder);
    const outbox = () => store.queues.outbox;
    let failures = 0;
    const got = collector();
    const handle = async (message: unknown) => {
      if (message !== 'create' || failures === 2) return got.handler(message);
      failures += 1;
      await outbox().enqueue('create', { ...key, delay: duration(1_000) });
      got.handler('failed');
    };
    for (const message of ['create', 'update 1', 'update 2', 'update 3', 'update 4', 'delete'])
      await outbox().enqueue(message, key);
    await outbox().enqueue('other', { orderingKey: 'other' });
    {
      await using _ = listen(outbox(), handle);
      await got.received(1);
      clock.turn(1_000);
      store.wake();
      await got.received(2);
    }
    await store[Symbol.asyncDispose]();
    store = await openStore({ clock, limits }, folder);
    await using _ = listen(outbox(), handle);
    await outbox().enqueue('free');
    clock.turn(1_000);
    store.wake();
    await got.received(10);
    expect(got.messages.filter((message) => message !== 'other' && message !== 'free')).toEqual([
      'failed',
      'failed',
      'create',
      'update 1',
      'update 2',
      'update 3',
      'update 4',
      'delete',
    ]);
    await vi.waitFor(async () => expect(await outbox().getDepth()).toEqual(drained), patience);
  });

  it('gives handlers as many at once as the limit says, and no more', async () => {
    const { queues } = await openStore({ limits: { handlersAtOnce: 3 } });
    const got = collector();
    const gate = Promise.withResolvers<void>();
    await using _ = listen(queues.outbox, async (message) => {
      got.handler(message);
      await gate.promise;
    });
    await queues.outbox.enqueueMany(numbers(10));
    await got.received(3);
    await queues.outbox.enqueue('one more');
    expect(got.messages).toHaveLength(3);
    expect(await queues.outbox.getDepth()).toEqual({ queued: 8, ready: 8, delayed: 0 });
    gate.resolve();
    await got.received(11);
  });

  it('stops at the signal, is done when its last message is acknowledged, and leaves the rest to the next', async () => {
    const folder = await newFolder();
    const gate = Promise.withResolvers<void>();
    const first = collector();
    {
      await using store = await openFederationStore(folder, { clock: new HandClock(), limits: { handlersAtOnce: 2 } });
      const controller = new AbortController();
      const done = store.queues.inbox.listen(
        async (message) => {
          first.handler(message);
          await gate.promise;
        },
        { signal: controller.signal },
      );
      await store.queues.inbox.enqueueMany(numbers(5));
      await first.received(2);
      controller.abort();
      gate.resolve();
      await done;
      await store.queues.inbox.listen(first.handler, { signal: AbortSignal.abort() });
    }
    const store = await openStore({}, folder);
    const second = collector();
    await using _ = listen(store.queues.inbox, second.handler);
    await second.received(3);
    expect([...first.messages, ...second.messages]).toEqual(numbers(5));
  });
});

describe('the limits of the queue', () => {
  const code = 'limit-exceeded';

  it('hold for the bytes of a message', async () => {
    const { queues } = await openStore({ limits: { messageBytesMax: 100 } });
    // Eight of checksum, brackets and quotes.
    await queues.inbox.enqueue('é'.repeat(44));
    await expect(queues.inbox.enqueue(`${'é'.repeat(44)}!`)).rejects.toMatchObject({ code });
    await expect(queues.inbox.enqueueMany(['short', 'é'.repeat(45)])).rejects.toMatchObject({ code });
    expect(await queues.inbox.getDepth()).toMatchObject({ queued: 1 });
  });

  it('hold for the messages of one call, and of one queue', async () => {
    const { queues } = await openStore({ limits: { messagesAtOnceMax: 3, messagesMax: 5 } });
    await expect(queues.inbox.enqueueMany(numbers(4))).rejects.toMatchObject({ code });
    await queues.inbox.enqueueMany(numbers(3), { delay: duration(1_000) });
    await queues.inbox.enqueueMany(numbers(2));
    await expect(queues.inbox.enqueue('one more')).rejects.toMatchObject({ code });
    await queues.outbox.enqueueMany(numbers(3));
    const got = collector();
    {
      await using _ = listen(queues.inbox, got.handler);
      await got.received(2);
    }
    await queues.inbox.enqueueMany(['now there', 'is room']);
    await expect(queues.inbox.enqueue('one more')).rejects.toMatchObject({ code });
  });

  it('hold for what waits for others of its key: nothing is read past it, and nothing is lost', async () => {
    const { queues } = await openStore({ limits: { messagesHeldMax: 5, messagesAhead: 2, handlersAtOnce: 2 } });
    await queues.inbox.enqueueMany(numbers(20), { orderingKey: 'a' });
    await queues.inbox.enqueue('free');
    const got = collector();
    await using _ = listen(queues.inbox, got.handler);
    await got.received(21);
    expect(got.messages.filter((message) => message !== 'free')).toEqual(numbers(20));
  });

  it('hold for what is parked: the oldest goes', async () => {
    const { queues } = await openStore({ limits: { attemptsMax: 1, parkedMax: 2, handlersAtOnce: 1 } });
    await using _ = listen(queues.inbox, () => Promise.reject(new Error('never')));
    for (const count of [1, 2, 3]) {
      await queues.inbox.enqueue(count);
      await vi.waitFor(
        async () => expect((await queues.inbox.parked(10)).at(-1)).toMatchObject({ sequence: count }),
        patience,
      );
    }
    expect(await queues.inbox.parked(10)).toMatchObject([{ sequence: 2 }, { sequence: 3 }]);
    expect(queues.inbox.parkedCount).toBe(2);
  });
});
