import { formatDigest } from '@openstraat/spec';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordChange } from '../log/change-log.ts';
import { toStoredText } from '../log/stored-text.ts';
import { gtin, offer, place, product, startIngest } from './ingest.fixture.ts';
import { ingestLimits } from './limits.ts';
import { formatMark, markKey } from './mark.ts';

let { log, deliver, sweep, shown } = startIngest();
beforeEach(() => {
  ({ log, deliver, sweep, shown } = startIngest());
});

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

/** Lets more sources state the offer of `a`, each later than the one before, without a delivery of each. */
const alsoStatedBy = async (sources: readonly string[]): Promise<void> => {
  await deliver([offer(sources[0] ?? '', 'x')]);
  const mark = formatMark({ run: 0, mentioned: false, shared: true, code: undefined });
  const records = sources.flatMap((source, index): RecordChange[] => {
    const { id, scope, data } = offer(source, 'x', { observedAt: new Date(1_796_000_000_000 + index).toISOString() });
    return [
      { table: 'mark', key: markKey(source, scope, id), value: mark },
      { table: 'statement', key: `${id}!${source}`, value: toStoredText(data) },
    ];
  });
  await log.append({ things: [], records }, { durable: false });
};

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

  it.each([ingestLimits.statementsAtOnce, ingestLimits.statementsAtOnce + 1])(
    'of one offer all count, and all go with it: %i of them',
    async (count) => {
      await deliver([place('sheet', 'x'), offer('a', 'x')]);
      const last = `s${count}`;
      await alsoStatedBy([...Array.from({ length: count - 2 }, (_, index) => `b${index}`), last]);
      await deliver([offer('a', 'x', { stock: 1 })]);
      expect(await shown(`/offers/${gtin}.x`)).toMatchObject({ source: `/sources/${last}` });
      await sweep('sheet', await deliver([]));
      expect(log.head().live).toBe(0);
      expect(await log.records('statement', '', { limit: 1 })).toEqual([]);
      expect(await log.records('mark', '', { limit: 1 })).toEqual([]);
    },
  );

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
        const lived = startIngest();
        for (const one of history) await lived.deliver(statedBy(one));
        const fresh = startIngest();
        const last = sources.toReversed().flatMap((source) => history.findLast((one) => one.source === source) ?? []);
        for (const one of last) await fresh.deliver(statedBy(one));
        expect(await lived.shown(`/products/${gtin}`)).toEqual(await fresh.shown(`/products/${gtin}`));
        expect(formatDigest(lived.log.head().digest)).toBe(formatDigest(fresh.log.head().digest));
        expect(await lived.log.verify()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
