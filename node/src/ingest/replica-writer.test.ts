import { addToDigest, dataHash, digestTerm, type ThingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HandClock, testOrigin, thingText } from '../log/log.fixture.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash } from '../log/stored-text.ts';
import type { RemoteEntry, ReplicaCursor } from '../model/replica.ts';
import { createReplicaWriter } from './replica-writer.ts';

const start: ReplicaCursor = {
  walk: 1,
  phase: 'walking',
  epoch: 'e1',
  next: `${testOrigin}/feed`,
  asksAgain: false,
  tag: undefined,
  checkpoint: undefined,
  freshUntilMs: 0,
  position: -1,
  head: -1,
  read: { sinceMs: 0, pages: 0, entries: 0, bytes: 0 },
  walkedAtMs: 0,
  comparison: 'equal',
  begunAnewMs: [],
  failures: 0,
  notBeforeMs: 0,
};

const ids = ['/places/een', '/places/twee', '/products/1', '/sources/a', '/areas/b'] as const;

const live = (id: ThingId, position: number, name = `v${position}`): RemoteEntry => {
  const text = thingText(id, name);
  return { id, position, state: 'live', text, hash: storedTextHash(text, testOrigin), observedAt: undefined };
};
const none = { text: undefined, observedAt: undefined };
const deleted = (id: ThingId, position: number): RemoteEntry => ({
  ...none,
  id,
  position,
  state: 'deleted',
  hash: undefined,
});
const leftOut = (id: ThingId, position: number): RemoteEntry => ({
  ...none,
  id,
  position,
  state: 'left-out',
  hash: dataHash(`${id} ${position}`),
});

const term = ({ id, hash = '' }: RemoteEntry): bigint => digestTerm(testOrigin + id, hash);
const dayMs = 86_400_000;
/** The position of a change at a time. */
const positionAt = (ms: number): number => ms * 1_000;

const open = () => {
  const log = new MemoryChangeLog({ origin: testOrigin, clock: new HandClock() });
  const writer = createReplicaWriter(log);
  const apply = (entries: readonly RemoteEntry[], walk = 1) =>
    writer.applyPage(entries, { ...start, walk }, { durable: false });
  /** What it holds: names of live things by id. */
  const held = async () => {
    const all = await Promise.all(ids.map(async (id) => [id, (await log.get(id))?.text] as const));
    return Object.fromEntries(all.filter(([, text]) => text !== undefined));
  };
  return { log, writer, apply, held };
};

describe('a page', () => {
  it('is written with the cursor behind it, and changes nothing the second time', async () => {
    const { log, writer, apply, held } = open();
    expect(await writer.cursor()).toBeUndefined();
    const page = [live('/places/een', 1), live('/products/1', 2), deleted('/places/twee', 3)];
    expect(await apply(page)).toEqual({ changed: 2, removed: 0 });
    expect(await writer.cursor()).toEqual(JSON.parse(JSON.stringify(start)));
    const before = await held();
    const { position } = log.head();
    expect(await apply(page)).toEqual({ changed: 0, removed: 0 });
    expect([await held(), log.head().position]).toEqual([before, position]);
  });

  it('of a newer walk counts, whatever its positions: the peer may have been restored from an old backup', async () => {
    const { apply, held } = open();
    await apply([live('/places/een', 100, 'new')]);
    expect(await apply([live('/places/een', 40, 'old')], 2)).toEqual({ changed: 1, removed: 0 });
    expect(await held()).toEqual({ '/places/een': thingText('/places/een', 'old') });
  });

  it('says the same whatever the order in which its entries come, and however often', async () => {
    const anyEntry = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(live, deleted, leftOut)).map(
      ([id, make]) =>
        (position: number) =>
          make(id, position),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 30 }), fc.infiniteStream(fc.nat()), async (makers, order) => {
        const history = makers.map((make, at) => make(at + 1));
        const right = open();
        const other = open();
        // What was never met need not be forgotten.
        for (const { apply } of [right, other]) await apply(ids.map((id) => live(id, 0)));
        for (const entry of history) await right.apply([entry]);
        const shuffled = history
          .flatMap((entry) => [entry, entry])
          .map((entry) => ({ entry, at: order.next().value }))
          .toSorted((one, two) => one.at - two.at);
        for (const { entry } of shuffled) await other.apply([entry]);
        expect(await other.held()).toEqual(await right.held());
        expect(other.log.head().digest).toBe(right.log.head().digest);
        expect(await other.writer.leftOut()).toEqual(await right.writer.leftOut());
        expect(await other.writer.remembered()).toBe(ids.length);
        expect(await other.log.verify()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what can not be taken', () => {
  it('is counted as the peer counts it, and takes away what the thing was before', async () => {
    const { log, writer, apply, held } = open();
    await apply([live('/places/een', 1), live('/places/twee', 2)]);
    const one = leftOut('/places/een', 3);
    const two = leftOut('/products/1', 4);
    expect(await apply([one, two])).toEqual({ changed: 0, removed: 1 });
    expect(Object.keys(await held())).toEqual(['/places/twee']);
    expect(await writer.leftOut()).toEqual({ live: 2, digest: addToDigest(term(one), term(two)) });
    await apply([deleted('/products/1', 5), live('/places/een', 6)]);
    expect(await writer.leftOut()).toEqual({ live: 0, digest: 0n });
    expect(log.head().live).toBe(2);
  });
});

describe('a sweep', () => {
  it('takes away what its walk has not met, left-out things too, and can be done again', async () => {
    const { log, writer, apply, held } = open();
    await apply([live('/places/een', 1), live('/places/twee', 2), leftOut('/products/1', 3), deleted('/areas/b', 4)]);
    await apply([live('/places/twee', 2)], 2);
    expect(Object.keys(await held())).toEqual(['/places/een', '/places/twee']);
    expect(await writer.sweep(2)).toEqual({ changed: 0, removed: 1 });
    expect(Object.keys(await held())).toEqual(['/places/twee']);
    expect(await writer.leftOut()).toEqual({ live: 0, digest: 0n });
    expect(await writer.sweep(2)).toEqual({ changed: 0, removed: 0 });
    expect((await log.records('peer', '', { limit: 10 })).map(([id]) => id)).toEqual(['/places/twee']);
    expect(await log.verify()).toEqual([]);
  });

  it('leaves alone what a page brings while it goes on', async () => {
    const { writer, apply, held } = open();
    await apply([live('/places/een', 1)]);
    const sweeping = writer.sweep(2);
    await Promise.all([apply([live('/places/een', 5)], 2), sweeping]);
    expect(Object.keys(await held())).toEqual(['/places/een']);
  });
});

const marks = (log: MemoryChangeLog) => log.records('peer', '', { limit: 10 });

describe('what is remembered', () => {
  it('is counted, and is nothing of deletions of what was never met', async () => {
    const { log, writer, apply } = open();
    await apply([live('/places/een', 1), leftOut('/products/1', 2), deleted('/areas/b', 3)]);
    expect(await writer.remembered()).toBe(2);
    await apply([deleted('/places/een', 4), deleted('/products/1', 5), live('/sources/a', 6)]);
    expect(await writer.remembered()).toBe(3);
    expect(await marks(log)).toHaveLength(3);
    await apply([live('/sources/a', 6)], 2);
    await writer.sweep(2);
    expect(await writer.remembered()).toBe(1);
    expect(await marks(log)).toHaveLength(1);
  });

  it('of what was deleted goes with the tombstone, wherever the peer says that it stood', async () => {
    const { log, writer, apply } = open();
    const never = Number.MAX_SAFE_INTEGER;
    await apply([live('/places/een', positionAt(dayMs)), leftOut('/areas/b', positionAt(dayMs))]);
    await apply([deleted('/places/een', positionAt(2 * dayMs)), live('/products/1', 5)]);
    expect(log.head().tombstones).toBe(1);
    expect(await writer.dropTombstones(2 * dayMs)).toBe(0);
    expect(await writer.remembered()).toBe(3);
    await apply([deleted('/areas/b', never), deleted('/products/1', never)]);
    expect(await writer.dropTombstones(log.head().position / 1_000 + 1)).toBe(2);
    expect(await marks(log)).toEqual([]);
    expect(await writer.remembered()).toBe(0);
  });
});
