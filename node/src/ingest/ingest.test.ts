import { formatDigest, type Offer, type Product, type Thing, type ThingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeLog } from '../log/change-log.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { fromStoredText, toStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { createIngest, type Ingest } from './ingest.ts';
import { ingestLimits } from './limits.ts';
import type { Outcome } from './outcome.ts';

const origin = 'https://town.example';
const gtin = '09520000000011';

let log: ChangeLog;
let ingest: Ingest;

const start = (): { log: ChangeLog; ingest: Ingest } => {
  const opened = new MemoryChangeLog({ origin, clock: { now: () => 1_800_000_000_000 } });
  return { log: opened, ingest: createIngest(opened) };
};
beforeEach(() => {
  ({ log, ingest } = start());
});

const product = (source: string, details: Partial<Product> = {}, mentioned = false): Candidate => ({
  kind: 'Product',
  id: `/products/${gtin}`,
  source,
  scope: '-',
  mentioned,
  data: { id: `/products/${gtin}`, type: 'Product', gtin, source: `/sources/${source}`, ...details },
});
const offer = (source: string, place: string, details: Partial<Offer> = {}, key = gtin): Candidate => ({
  kind: 'Offer',
  id: `/offers/${key}.${place}`,
  source,
  scope: place,
  data: {
    id: `/offers/${key}.${place}`,
    type: 'Offer',
    itemOffered: `/products/${key}`,
    gtin,
    availableAtOrFrom: `/places/${place}`,
    availability: 'InStock',
    observedAt: '2026-11-20T10:00:00Z',
    source: `/sources/${source}`,
    ...details,
  },
});
const place = (source: string, key: string): Candidate => ({
  kind: 'Place',
  id: `/places/${key}`,
  source,
  scope: '-',
  data: {
    id: `/places/${key}`,
    type: 'Place',
    name: key,
    address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
    geo: { type: 'GeoCoordinates', latitude: 52, longitude: 6, accuracy: 'exact' },
    placeKind: 'shop=yes',
    openingHours: 'unknown',
    source: `/sources/${source}`,
  },
});

const shown = async (id: ThingId, of: ChangeLog = log): Promise<Thing | undefined> => {
  const entry = await of.get(id);
  return entry?.text === undefined ? undefined : fromStoredText(entry.text);
};
const deliver = async (batch: readonly Candidate[], to: Ingest = ingest): Promise<number> => {
  const run = await to.newRun();
  await to.apply(batch, { run, durable: false });
  return run;
};
const sweep = (source: string, run: number, added = 0) =>
  ingest.sweep(source, run, { added, allowShrink: true, dryRun: false });

/** A product and an offer as one source states them. */
const statedBy = ({
  source,
  name,
  color,
  hour,
}: {
  source: string;
  name?: string | undefined;
  color?: string | undefined;
  hour: number;
}) => [
  product(
    source,
    { ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { color }) },
    name === undefined && color === undefined,
  ),
  offer(source, 'x', { stock: hour, observedAt: `2026-11-20T${hour}:00:00Z` }),
];

describe('a delivery', () => {
  it('that says the same changes nothing', async () => {
    await deliver([place('sheet', 'a'), product('feed', { name: 'Pomp' }), offer('feed', 'a')]);
    const head = log.head();
    const run = await ingest.newRun();
    const again = [place('sheet', 'a'), product('feed', { name: 'Pomp' }), offer('feed', 'a')];
    expect(await ingest.apply(again, { run, durable: false })).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(log.head()).toEqual(head);
  });

  it('moves observedAt only when the values of the offer change', async () => {
    await deliver([offer('feed', 'a')]);
    await deliver([offer('feed', 'a', { observedAt: '2026-11-21T10:00:00Z' })]);
    expect(await shown(`/offers/${gtin}.a`)).toMatchObject({ observedAt: '2026-11-20T10:00:00Z' });
    await deliver([offer('feed', 'a', { observedAt: '2026-11-22T10:00:00Z', stock: 3 })]);
    expect(await shown(`/offers/${gtin}.a`)).toMatchObject({ observedAt: '2026-11-22T10:00:00Z', stock: 3 });
  });

  it('states a thing once: the second time is a duplicate, a mention is not', async () => {
    const run = await ingest.newRun();
    await ingest.apply([offer('feed', 'a'), product('feed', {}, true)], { run, durable: false });
    const again = [offer('feed', 'a', { stock: 1 }), product('feed', {}, true)];
    expect(await ingest.apply(again, { run, durable: false })).toEqual(['duplicate', 'seen']);
    expect(await shown(`/offers/${gtin}.a`)).not.toHaveProperty('stock');
  });

  it('is taken again after a moment in which the log could not be read', async () => {
    vi.spyOn(log, 'allRecords').mockImplementationOnce(() => {
      throw new Error('too many open files');
    });
    await expect(ingest.update([place('a', 'een')])).rejects.toThrow('too many open files');
    expect(await ingest.update([place('a', 'een')])).toEqual(['added']);
  });

  it('holds things up to the limit, and not one past it', async () => {
    const room = ingestLimits.textCharactersMax - toStoredText(product('feed', { description: '' }).data).length;
    const of = (characters: number) => product('feed', { description: 'x'.repeat(characters) });
    expect(await ingest.update([of(room + 1)])).toEqual(['too-large']);
    expect(await ingest.update([of(room)])).toEqual(['added']);
  });

  it('cannot take a place that another source has', async () => {
    await deliver([place('sheet', 'a')]);
    const run = await ingest.newRun();
    expect(await ingest.apply([place('other', 'a')], { run, durable: false })).toEqual(['taken']);
    expect(await shown('/places/a')).toMatchObject({ source: '/sources/sheet' });
  });
});

describe('a snapshot', () => {
  it('takes away only what its own source no longer has', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    await deliver([offer('two', 'c')]);
    const run = await deliver([offer('one', 'a')]);
    expect(await sweep('one', run)).toEqual({ stale: 1, dependents: 0, removed: 1, stopped: false });
    expect(await shown(`/offers/${gtin}.b`)).toBeUndefined();
    expect(await shown(`/offers/${gtin}.c`)).toBeDefined();
  });

  it('stops when more than a third would go, and not at a third', async () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => offer('one', key));
    await deliver(six);
    const third = await deliver(six.slice(2));
    const options = { added: 0, allowShrink: false, dryRun: false };
    expect(await ingest.sweep('one', third, options)).toMatchObject({ stopped: false, removed: 2 });
    await deliver(six);
    const half = await deliver(six.slice(3));
    expect(await ingest.sweep('one', half, options)).toEqual({ stale: 3, dependents: 0, removed: 0, stopped: true });
    expect(log.head().live).toBe(6);
  });

  it('takes away as many at once as the limit, and one past it in another turn', async () => {
    for (const [stale, turns] of [
      [ingestLimits.withdrawalsAtOnce, 1],
      [ingestLimits.withdrawalsAtOnce + 1, 2],
    ] as const) {
      await deliver(Array.from({ length: stale }, (_, index) => offer('one', `p${index}`)));
      const run = await deliver([]);
      const append = vi.spyOn(log, 'append');
      expect(await sweep('one', run)).toMatchObject({ removed: stale });
      expect(append).toHaveBeenCalledTimes(turns);
      append.mockRestore();
    }
  });

  it('does not count what the run itself brought', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    const run = await deliver([offer('one', 'a'), offer('one', 'c'), offer('one', 'd'), offer('one', 'e')]);
    const swept = await ingest.sweep('one', run, { added: 3, allowShrink: false, dryRun: false });
    expect(swept).toMatchObject({ stopped: true, stale: 1 });
  });

  it('keeps what a refused row names', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    const run = await deliver([offer('one', 'a')]);
    await ingest.keep([offer('one', 'b')], run);
    expect(await sweep('one', run)).toMatchObject({ stale: 0, removed: 0 });
  });

  it('that loses a place loses what stands there, whoever stated it (FEED-019)', async () => {
    await deliver([place('sheet', 'a'), place('sheet', 'b')]);
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    await deliver([offer('two', 'a', { stock: 2 })]);
    const run = await deliver([place('sheet', 'b')]);
    expect(await sweep('sheet', run)).toMatchObject({ removed: 2 });
    expect(await log.ids('/', { limit: 10 })).toEqual([`/offers/${gtin}.b`, '/places/b']);
    expect((await log.records('mark', 'one!a!', { limit: 10 })).length).toBe(0);
    expect((await log.records('statement', '', { limit: 10 })).length).toBe(0);
  });

  it('that loses a product loses its offers, and not those of a product whose key starts the same', async () => {
    const longer = `${gtin}.x`;
    await deliver([product('feed', { name: 'Pomp' })]);
    await deliver([offer('one', 'a'), offer('one', 'a', {}, longer)]);
    await sweep('feed', await deliver([]));
    expect(await log.ids('/offers/', { limit: 10 })).toEqual([`/offers/${longer}.a`]);
  });
});

describe('several sources', () => {
  it('share one product, which shows the fullest statement and all of them', async () => {
    await deliver([product('b', { name: 'Pomp' })]);
    await deliver([product('a', { name: 'Fietspomp', color: 'rood' })]);
    expect(await shown(`/products/${gtin}`)).toMatchObject({
      name: 'Fietspomp',
      source: '/sources/a',
      statement: [
        { source: '/sources/a', name: 'Fietspomp' },
        { source: '/sources/b', name: 'Pomp' },
      ],
    });
    await sweep('a', await deliver([]));
    const left = await shown(`/products/${gtin}`);
    expect(left).toMatchObject({ name: 'Pomp', source: '/sources/b' });
    expect(left).not.toHaveProperty('statement');
    await sweep('b', await deliver([]));
    expect(await shown(`/products/${gtin}`)).toBeUndefined();
  });

  it('of which each says much show as many statements as fit, and never more than the log takes', async () => {
    for (let index = 0; index < 40; index++)
      await deliver([product(`s${index}`, { name: 'Pomp', description: 'é'.repeat(9_000) })]);
    const merged = await shown(`/products/${gtin}`);
    expect(merged).toHaveProperty('statement');
    expect(toStoredText(merged ?? {}).length).toBeLessThanOrEqual(ingestLimits.textCharactersMax);
  });

  it('do not move a product that they only mention, and keep it alive', async () => {
    await deliver([product('feed', { name: 'Pomp' })]);
    const before = log.head();
    await deliver([product('stock', {}, true)]);
    expect(log.head()).toEqual(before);
    await sweep('feed', await deliver([]));
    expect(await shown(`/products/${gtin}`)).toEqual({
      id: `/products/${gtin}`,
      type: 'Product',
      gtin,
      source: '/sources/stock',
    });
  });

  it('of one offer: the one seen last counts', async () => {
    await deliver([offer('a', 'x', { stock: 1 })]);
    await deliver([offer('b', 'x', { stock: 2, observedAt: '2026-11-19T10:00:00Z' })]);
    expect(await shown(`/offers/${gtin}.x`)).toMatchObject({ stock: 1 });
    await deliver([offer('b', 'x', { stock: 3, observedAt: '2026-11-21T10:00:00Z' })]);
    expect(await shown(`/offers/${gtin}.x`)).toMatchObject({ stock: 3, source: '/sources/b' });
  });

  it('give the same things in whatever order they deliver', async () => {
    const sources = ['a', 'b', 'c'] as const;
    const statement = fc.record({
      source: fc.constantFrom(...sources),
      name: fc.option(fc.constantFrom('Pomp', 'Fietspomp'), { nil: undefined }),
      color: fc.option(fc.constant('rood'), { nil: undefined }),
      hour: fc.integer({ min: 10, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 12 }), async (history) => {
        const lived = start();
        for (const one of history) await deliver(statedBy(one), lived.ingest);
        const fresh = start();
        const last = sources.toReversed().flatMap((source) => history.findLast((one) => one.source === source) ?? []);
        for (const one of last) await deliver(statedBy(one), fresh.ingest);
        expect(await shown(`/products/${gtin}`, lived.log)).toEqual(await shown(`/products/${gtin}`, fresh.log));
        expect(formatDigest(lived.log.head().digest)).toBe(formatDigest(fresh.log.head().digest));
        expect(await lived.log.verify()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** What there is to see of a log, but for its epoch, which is random. */
const contentOf = async (of: ChangeLog) => ({
  head: { ...of.head(), epoch: '' },
  marks: await of.records('mark', '', { limit: 100 }),
  statements: await of.records('statement', '', { limit: 100 }),
});

describe('batches that are handed in at once', () => {
  const key = fc.constantFrom('x', 'y');
  const candidate = fc.oneof(
    fc
      .record({ source: fc.constantFrom('a', 'b'), name: fc.constantFrom('Pomp', 'Bel'), mention: fc.boolean() })
      .map(({ source, name, mention }) => product(source, mention ? {} : { name }, mention)),
    fc
      .record({ source: fc.constantFrom('a', 'b'), at: key, stock: fc.integer({ min: 0, max: 2 }) })
      .map(({ source, at, stock }) => offer(source, at, { stock })),
    key.map((at) => place('sheet', at)),
  );
  const batches = fc.array(fc.array(candidate, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

  it('end as if each had waited for the one before', async () => {
    await fc.assert(
      // In between, a sweep may take places away.
      fc.asyncProperty(batches, fc.boolean(), batches, async (first, sweeps, second) => {
        const calm = start();
        const hasty = start();
        const append = hasty.log.append.bind(hasty.log);
        // What is read too early reads something else, when each write takes its time.
        vi.spyOn(hasty.log, 'append').mockImplementation(async (...given) => {
          await new Promise((resolve) => setImmediate(resolve));
          return append(...given);
        });
        for (const delivery of [first, second]) {
          const [calmRun, hastyRun] = [await calm.ingest.newRun(), await hasty.ingest.newRun()];
          const outcomes: (readonly Outcome[])[] = [];
          for (const batch of delivery) outcomes.push(await calm.ingest.apply(batch, { run: calmRun, durable: false }));
          const answers = delivery.map((batch) => hasty.ingest.apply(batch, { run: hastyRun, durable: false }));
          expect(await Promise.all(answers)).toEqual(outcomes);
          if (!sweeps) continue;
          const options = { added: 0, allowShrink: true, dryRun: false };
          await calm.ingest.sweep('sheet', calmRun, options);
          await hasty.ingest.sweep('sheet', hastyRun, options);
        }
        expect(await contentOf(hasty.log)).toEqual(await contentOf(calm.log));
        expect(await hasty.log.verify()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Updates of one thing each, all at once. */
const update = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => ingest.update([offer('one', `${count}-${index}`)])));

describe('updates', () => {
  it('share a write up to the limit of things, and one past it makes another', async () => {
    const append = vi.spyOn(log, 'append');
    await update(ingestLimits.groupThings);
    expect(append).toHaveBeenCalledTimes(1);
    append.mockClear();
    await update(ingestLimits.groupThings + 1);
    expect(append).toHaveBeenCalledTimes(2);
  });

  it('that wait together share a write, and each gets its own answer', async () => {
    const append = vi.spyOn(log, 'append');
    await ingest.update([offer('one', 'z')]);
    append.mockClear();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => ingest.update([offer('one', index === 9 ? 'z' : `p${index}`)])),
    );
    expect(answers.flat().filter((outcome) => outcome === 'added').length).toBe(63);
    expect(answers[9]).toEqual(['unchanged']);
    expect(append.mock.calls.length).toBeLessThan(4);
    expect(append.mock.calls.every(([, { durable }]) => durable)).toBe(true);
  });
});
