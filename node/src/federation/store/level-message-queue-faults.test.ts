import { afterEach, describe, expect, it, vi } from 'vitest';
import { failingDatabase } from '../../log/failing-database.fixture.ts';
import type { Clock } from '../../model/clock.ts';
import type { Fault } from '../../model/fault.ts';
import { patience } from '../../model/patience.test-helper.ts';
import { drained, listen, numbers, TestStores } from './level-message-queue.fixture.ts';
import { type FederationStore, openFederationStore } from './open-federation-store.ts';
import { HandClock } from './store.fixture.ts';

const stores = new TestStores();
const { open: openStore, newFolder } = stores;
afterEach(() => stores[Symbol.asyncDispose]());

describe('a database that cannot be read', () => {
  it('stops its queue with one report, and takes messages still', async () => {
    const faults: Fault[] = [];
    const store = await openStore({ onFault: (fault) => void faults.push(fault) });
    const read = vi.spyOn(store.tables, 'read');
    read.mockRejectedValue(new Error('Corruption: block checksum mismatch'));
    await using _ = listen(store.queues.inbox, () => undefined);
    for (const n of numbers(3)) await store.queues.inbox.enqueue(n);
    await vi.waitFor(() => expect(faults).toMatchObject([{ code: 'store-corrupt' }]), patience);
    expect(await store.queues.inbox.getDepth()).toMatchObject({ ready: 3 });
    expect(read).toHaveBeenCalledOnce();
  });
});

const enqueueOn = async ({ queues }: FederationStore, n: number, accepted: number[]): Promise<void> => {
  // Some come while others are being written.
  for (let turn = 0; turn < n % 5; turn += 1) await queues.outbox.parked(1);
  await queues.inbox.enqueue(n);
  accepted.push(n);
};

describe('a full disk', () => {
  it.each(numbers(12).map((n) => n + 1))('at write %i loses nothing that was accepted', async (failing) => {
    const folder = await newFolder();
    const clock: Clock = new HandClock();
    const accepted: number[] = [];
    const handled = new Set<unknown>();
    const faults: Fault[] = [];
    {
      await using store = await openFederationStore(folder, {
        clock,
        database: failingDatabase(failing),
        onFault: (fault) => void faults.push(fault),
      });
      await using _ = listen(store.queues.inbox, (message) => void handled.add(message));
      const enqueues = await Promise.allSettled(numbers(20).map((n) => enqueueOn(store, n, accepted)));
      const refusals = enqueues.flatMap((each) => (each.status === 'rejected' ? [each.reason as Fault] : []));
      expect(refusals.every(({ code }) => code === 'disk-full')).toBe(true);
      // After the first, nothing is taken for accepted.
      expect(accepted.length + refusals.length).toBe(20);
      expect(faults.map(({ code }) => code)).toEqual(store.tables.failure === undefined ? [] : ['disk-full']);
    }
    const store = await openStore({ clock }, folder);
    await using _ = listen(store.queues.inbox, (message) => void handled.add(message));
    await vi.waitFor(async () => expect(await store.queues.inbox.getDepth()).toEqual(drained), patience);
    expect([...handled]).toEqual(expect.arrayContaining(accepted));
    expect(await store.queues.outbox.getDepth()).toEqual(drained);
  });
});
