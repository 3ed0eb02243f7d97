import { setImmediate } from 'node:timers/promises';
import { gtinCheckDigit, parseThingId, type ThingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../../log/stored-text.ts';
import { createLibrary, type Library, ownLibrary } from '../library.ts';
import { createSearchIndex, type SearchIndexOptions } from './create-search-index.ts';
import { dumpView } from './dump-view.test-helper.ts';
import { type MergeThreshold, searchIndexLimits } from './limits.ts';
import { mergeInProcess, mergeOnWorker, type RunMerge } from './run-merge.ts';
import { type SearchIndex, subjectKinds } from './search-view.ts';

const origin = 'https://waterveen.example';
const clock = { now: () => 1_772_442_000_000 };
const newLog = (of = origin): MemoryChangeLog => new MemoryChangeLog({ origin: of, clock });
const others = ['https://buurt.example', 'https://verderop.example'] as const;

type Data = Readonly<Record<string, unknown>>;

const write = async (log: MemoryChangeLog, id: ThingId, data: Data | undefined): Promise<void> => {
  const [previous] = await log.states([id]);
  const kind = parseThingId(id)?.kind ?? 'Place';
  const text = data === undefined ? undefined : toStoredText({ ...data, id });
  const hash = text === undefined ? undefined : storedTextHash(text, log.origin);
  await log.append({ things: [{ id, kind, text, hash, observedAt: undefined, previous }], records: [] });
};

const gtins = [1, 2, 3].map((number) => `0952000000${number}00`).map((digits) => digits + gtinCheckDigit(digits));
const names = ['fietspomp', 'fietspompen rood', 'Waterkoker', 'rode lamp', 'koker', 'fiets'];
const words = ['fietspomp', 'rood', 'waterkoker', 'lamp', 'veldwind', 'fiets', 'waterveen'];

const placeData = (name: string, variant: number): Data => ({
  type: 'Place',
  name: variant % 2 === 0 ? name : { nl: name, en: 'lamp' },
  placeKind: variant % 3 === 0 ? 'shop=bicycle' : 'shop=books',
  openingHours: variant % 3 === 0 ? 'unknown' : 'Mo-Fr 09:00-18:00',
  source: '/sources/a',
  address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { type: 'GeoCoordinates', latitude: 52 + (variant % 4) / 3, longitude: 5, accuracy: 'exact' },
  ...(variant % 2 === 0 ? {} : { brandCarried: ['Veldwind', name] }),
});

const dataOf: Readonly<Record<string, (name: string, variant: number, key: string, place: string) => Data>> = {
  products: (name, variant, key) => ({
    type: 'Product',
    ...(variant % 3 === 0 ? { sku: 'x' } : { gtin: gtins.find((gtin) => key === gtin) ?? gtins[0] }),
    name,
    source: '/sources/a',
    ...(variant % 2 === 0 ? {} : { brand: { type: 'Brand', name: 'Veldwind' }, category: 'Huis > Lampen' }),
  }),
  places: placeData,
  offers: (_name, variant, key, place) => ({
    type: 'Offer',
    itemOffered: `/products/${key.slice(0, key.lastIndexOf('.'))}`,
    availableAtOrFrom: variant === 7 ? '/places/elsewhere' : place,
    availability: ['InStock', 'OutOfStock', 'Unknown'][variant % 3],
    source: variant % 2 === 0 ? '/sources/a' : '/sources/b',
    observedAt: `2026-03-0${(variant % 5) + 1}T09:00:00Z`,
    ...(variant % 2 === 0 ? { price: `${variant}.50`, priceCurrency: 'EUR', fulfilment: ['Buy', 'OrderIn'] } : {}),
    ...(variant % 4 === 0 ? { salePrice: '0.50', saleFrom: '2026-03-01T00:00:00Z' } : {}),
  }),
  services: (name, _variant, _key, place) => ({ type: 'Service', name, provider: place, source: '/sources/a' }),
  'parcel-points': (name, variant, _key, place) => ({
    ...placeData(name, variant),
    type: 'ParcelPoint',
    carrier: ['Pakketveer'],
    parcelService: ['collect'],
    ...(variant % 2 === 0 ? { containedInPlace: place, geo: undefined, address: undefined } : {}),
  }),
  sources: (name, variant) => ({
    type: 'Source',
    name,
    license: 'https://example.org/',
    attribution: name,
    ...(variant % 2 === 0 ? {} : { lastCompleteDelivery: '2026-03-04T00:00:00Z' }),
  }),
};

const productKeys = [...gtins.slice(0, 2), 'shop.4711'];
const placeKeys = ['a', 'b'];
const ids = [
  ...productKeys.map((key) => `/products/${key}`),
  '/products/buurt.17',
  ...placeKeys.map((key) => `/places/${key}`),
  ...productKeys.flatMap((key) => placeKeys.map((place) => `/offers/${key}.${place}`)),
  '/offers/one.two.three',
  '/services/a.x',
  '/parcel-points/a.balie',
  '/sources/a',
  '/sources/b',
] as ThingId[];

const dataFor = (id: ThingId, name: string, variant: number): Data | undefined => {
  const [, path = '', key = ''] = id.split('/');
  const data = dataOf[path]?.(name, variant, key, `/places/${placeKeys[variant % 2]}`);
  // Most offers are where their id says; those of unusual ids may be anywhere.
  if (path !== 'offers' || key === 'one.two.three')
    return { ...data, ...(key === 'one.two.three' ? { itemOffered: '/products/buurt.17' } : {}) };
  return { ...data, ...(variant === 7 ? {} : { availableAtOrFrom: `/places/${key.slice(key.lastIndexOf('.') + 1)}` }) };
};

const weighted = <T>(...weights: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...weights.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const step = fc.record({
  id: fc.constantFrom(...ids),
  /** The own log, or a replica. */
  at: weighted([3, 0], [2, 1], [1, 2]),
  // What starts everything anew is rare, or nothing else would be tried.
  act: weighted([60, 'put'], [20, 'remove'], [40, 'follow'], [1, 'drop'], [1, 'epoch'], [3, 'part']),
  name: fc.constantFrom(...names),
  variant: fc.nat({ max: 8 }),
});

const never: MergeThreshold = { texts: 1e9, offers: 1e9, locations: 1e9, share: 1 };
/** Merges at every change of texts or points, and every few offers. */
const eager: MergeThreshold = { texts: 0, offers: 3, locations: 0, share: 0 };

const indexWith = (kept: MergeThreshold, more: Partial<SearchIndexOptions> = {}): SearchIndex =>
  createSearchIndex({
    language: 'nl',
    rules: { firstBuild: kept, kept, inProcessThingsMax: 0 },
    runMerge: mergeInProcess,
    onFault(cause) {
      throw cause;
    },
    ...more,
  });

/** A merge that goes on while the log does: it reads at its start, and is done some turns later. */
const slowly =
  (turns: number): RunMerge =>
  async (input, signal) => {
    const merged = await mergeInProcess(input, signal);
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    return merged;
  };

/** A node and those that it follows. */
interface Town {
  readonly own: MemoryChangeLog;
  readonly replicas: Map<string, MemoryChangeLog>;
  readonly library: Library;
}
const newTown = (): Town => {
  const own = newLog();
  const replicas = new Map<string, MemoryChangeLog>();
  return { own, replicas, library: createLibrary(own, () => [...replicas.values()]) };
};

/** What another node says may be of ours: then it names it in full. */
const dataAt = (log: MemoryChangeLog, id: ThingId, name: string, variant: number): Data | undefined => ({
  ...dataFor(id, name, variant),
  ...(log.origin !== origin && id.startsWith('/services/') && variant % 2 === 0
    ? { provider: `${origin}/places/a` }
    : {}),
});

interface Step {
  readonly id: ThingId;
  readonly at: number;
  readonly act: string;
  readonly name: string;
  readonly variant: number;
}
const apply = async ({ own, replicas }: Town, { id, at, act, name, variant }: Step): Promise<void> => {
  const other = others[at - 1];
  if (other !== undefined && act === 'part') replicas.delete(other);
  if (other !== undefined && act === 'put' && !replicas.has(other)) replicas.set(other, newLog(other));
  const log = other === undefined ? own : replicas.get(other);
  if (log === undefined) return;
  const live = (await log.get(id))?.text !== undefined;
  if (act === 'put') await write(log, id, dataAt(log, id, name, variant));
  if (act === 'remove' && live) await write(log, id, undefined);
  if (act === 'drop') await log.dropTombstones(log.head().position);
  if (act === 'epoch') await log.renewEpoch();
};

const dumpAt = async (library: Library, index: SearchIndex): Promise<unknown> => {
  await index.follow(library);
  expect(index.position).toBe(library.own.head().position);
  expect(index.isLate(library)).toBe(false);
  return dumpView(index.view(), words);
};

/** A log of many places, that comes in many small batches. */
const largeLog = async (of: string): Promise<MemoryChangeLog> => {
  const log = newLog(of);
  for (let number = 0; number < 1_000; number++) await write(log, `/places/p${number}`, placeData('koker', 1));
  log.entries = async function* entries() {
    let after = 0;
    for (let more = true; more;) {
      const page = await log.page(after, 4);
      yield page.entries;
      ({ more } = page);
      after = page.entries.at(-1)?.position ?? after;
    }
  };
  return log;
};

/** Ids of all that can be found, as the logs say. */
const idsIn = async ({ own, replicas }: Library): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const log of [own, ...replicas()])
    for await (const entries of log.entries())
      for (const { kind, id, text } of entries)
        if (text !== undefined && (subjectKinds as readonly string[]).includes(kind))
          found.push(log === own ? id : log.origin + id);
  return found.toSorted();
};

describe('the search index', () => {
  it('kept up equals one built anew, whatever happens, whenever it looks and however it merges', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), fc.nat({ max: 6 }), async (steps, turns) => {
        const town = newTown();
        const { library } = town;
        await using kept = indexWith(never);
        await using merging = indexWith({ ...eager, texts: turns }, { runMerge: slowly(turns) });
        for (const one of steps) {
          await apply(town, one);
          if (one.act === 'follow') await Promise.all([kept.follow(library), merging.follow(library)]);
          // Not awaited: merges end in the middle of what comes next.
          else void merging.follow(library);
        }
        await using built = indexWith(never);
        const expected = await dumpAt(library, built);
        expect(Object.keys((expected as { things: object }).things)).toEqual(await idsIn(library));
        expect(await dumpAt(library, kept)).toEqual(expected);
        expect(await dumpAt(library, merging)).toEqual(expected);
        await setImmediate();
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        expect(dumpView(merging.view(), words)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  it('is the same when a worker merges it', async () => {
    const log = newLog();
    const library = ownLibrary(log);
    for (const [variant, id] of ids.entries())
      await write(log, id, dataFor(id, names[variant % names.length] ?? '', variant % 9));
    await using built = indexWith(never);
    let merges = 0;
    const runMerge: RunMerge = async (input, signal) => {
      const merged = await mergeOnWorker(input, signal);
      merges += 1;
      return merged;
    };
    await using merging = indexWith({ ...eager, texts: 10 }, { runMerge });
    expect(await dumpAt(library, merging)).toEqual(await dumpAt(library, built));
    for (const id of ids.filter((_, place) => place % 2 === 0)) await write(log, id, undefined);
    expect(await dumpAt(library, merging)).toEqual(await dumpAt(library, built));
    expect(merges).toBeGreaterThan(1);
  });

  it('goes on with its old base when a merge fails, says so, and tries again', async () => {
    const log = newLog();
    const library = ownLibrary(log);
    const faults: unknown[] = [];
    let isBroken = true;
    const runMerge: RunMerge = (input, signal) =>
      isBroken ? Promise.reject(new Error('the worker died')) : mergeInProcess(input, signal);
    await using index = indexWith(eager, { runMerge, onFault: (cause) => faults.push(cause) });
    await using built = indexWith(never);
    await write(log, '/products/shop.4711', dataFor('/products/shop.4711', 'fietspomp', 0));
    expect(await dumpAt(library, index)).toEqual(await dumpAt(library, built));
    expect(faults).toHaveLength(1);
    isBroken = false;
    for (let call = 0; call < 4; call++) {
      await write(log, '/places/a', dataFor('/places/a', 'koker', call));
      expect(await dumpAt(library, index)).toEqual(await dumpAt(library, built));
    }
    expect(faults).toHaveLength(1);
  });

  it('answers from what it had while it reads everything anew', async () => {
    const log = newLog();
    const library = ownLibrary(log);
    await write(log, '/places/a', dataFor('/places/a', 'koker', 1));
    await using index = indexWith(never);
    expect(index.ready).toBe(false);
    await index.follow(library);
    expect(index.ready).toBe(true);
    await log.renewEpoch();
    const following = index.follow(library);
    expect(index.view().subjectOf('/places/a')).toBe(0);
    await following;
    expect(index.epoch).toBe(log.head().epoch);
  });

  it('finds the own things first, and goes on finding new ones, however much others have', async () => {
    const { own, replicas, library } = newTown();
    const [other] = others;
    replicas.set(other, await largeLog(other));
    await write(own, '/places/a', placeData('lamp', 1));
    await using index = indexWith(never);
    const following = index.follow(library);
    await index.followOwn(library);
    expect([index.ready, index.view().subjectOf('/places/a')]).toEqual([true, 0]);
    expect(index.view().subjectOf(`${other}/places/p999`)).toBeUndefined();
    await write(own, '/places/b', placeData('lamp', 1));
    await index.followOwn(library);
    expect(index.view().subjectOf('/places/b')).toBeDefined();
    expect(index.view().subjectOf(`${other}/places/p999`)).toBeUndefined();
    await following;
    expect(index.view().subjectOf(`${other}/places/p999`)).toBeDefined();
  });

  it('keeps what is shown up to date while it reads everything anew without a log that is gone', async () => {
    const { own, replicas, library } = newTown();
    const [gone, kept] = others;
    for (const other of others) replicas.set(other, await largeLog(other));
    await using index = indexWith(never);
    await index.follow(library);
    replicas.delete(gone);
    const following = index.follow(library);
    await write(own, '/places/a', placeData('lamp', 1));
    await index.followOwn(library);
    const before = index.view();
    expect([before.subjectOf('/places/a'), before.subjectOf(`${kept}/places/p999`)]).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(before.subjectOf(`${gone}/places/p1`)).toBeDefined();
    await following;
    expect(index.view().subjectOf(`${gone}/places/p1`)).toBeUndefined();
    expect(await dumpAt(library, index)).toMatchObject({ things: { '/places/a': {} } });
  });

  it('reads on past a log that fails, says so, and takes it up again later', async () => {
    const { own, replicas, library } = newTown();
    const [broken, whole] = others;
    for (const other of others) {
      const replica = newLog(other);
      replicas.set(other, replica);
      await write(replica, '/places/a', placeData('koker', 1));
    }
    const log = replicas.get(broken) ?? own;
    let fails = true;
    const refusal = new Error('the disk is gone');
    const page = log.page.bind(log);
    log.page = async (...of) => (fails ? Promise.reject(refusal) : page(...of));
    const entries = log.entries.bind(log);
    log.entries = async function* failing() {
      if (fails) throw refusal;
      yield* entries();
    };
    let nowMs = 0;
    const faults: unknown[] = [];
    const onReplicaFault = (other: string, fault: unknown): number => faults.push([other, fault]);
    await using index = indexWith(never, { nowMs: () => nowMs, onReplicaFault });
    const founds = (): readonly boolean[] =>
      [broken, whole].map((other) => index.view().subjectOf(`${other}/places/a`) !== undefined);
    await index.follow(library);
    expect(founds()).toEqual([false, true]);
    expect(faults).toEqual([[broken, refusal]]);
    fails = false;
    nowMs = searchIndexLimits.replicaRetryMs - 1;
    expect(index.isLate(library)).toBe(false);
    nowMs += 1;
    expect(index.isLate(library)).toBe(true);
    await index.follow(library);
    expect(founds()).toEqual([true, true]);
    expect(faults).toHaveLength(1);
  });
});
