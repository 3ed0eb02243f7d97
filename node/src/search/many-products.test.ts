import type { SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { searchRoomLimits } from './limits.ts';
import {
  atCentre,
  centre,
  createTestTown,
  mergedAtOnce,
  offer,
  place,
  product,
  source,
  testNowMs,
  type TestTown,
} from './search.test-helper.ts';

const radiusMetres = 1_000;
const { measuredAloneMax, fartherRadii } = searchRoomLimits;
const reachMetres = radiusMetres * fartherRadii;

/** Shops in one street, so near to each other that each counts a little less than the one before. */
const shopsApartMetres = 8;
const streetFrom = (north: number): readonly number[] =>
  Array.from({ length: 20 }, (_, at) => north + at * shopsApartMetres);
const within = streetFrom(100);
const beyond = streetFrom(radiusMetres + 100);
const nowhere = streetFrom(reachMetres + 100);
type Street = readonly number[];

const brandOf = (index: number): string => (index % 3 === 0 ? 'Waterpomp' : 'Andermans');
const shopKey = (north: number): string => `winkel-${north}`;

/** Pumps of two makes, those that fit better farther down the street; nothing but words and distance tells them apart. */
const fill = async (town: TestTown, count: number, streetsOf: (index: number) => readonly Street[]): Promise<void> => {
  const shops = [within, beyond, nowhere].flat();
  const openAllDay = 'Mo-Su 00:00-24:00';
  await town.put(source('a'), ...shops.map((north) => place(shopKey(north), { north, openingHours: openAllDay })));
  for (let index = 0; index < count; index++) {
    const sku = `pomp-${index}`;
    const { gtin: _, ...pump } = product(sku, `Fietspomp ${'met slang '.repeat(index % 3)}`, {
      sku,
      brand: { type: 'Brand', name: brandOf(index) },
    });
    await town.put(pump);
    for (const street of streetsOf(index)) {
      const north = street.at(-1 - (index % street.length)) ?? 0;
      const { gtin: __, ...offered } = offer(sku, shopKey(north), { observedAt: new Date(testNowMs).toISOString() });
      await town.put(offered);
    }
  }
};

const shown = ({ results }: SearchAnswer) =>
  results.map((result) => ({
    id: result.id,
    farther: result.farther,
    score: result.explain?.score ?? 0,
    brand: result.type === 'product' ? result.brand : undefined,
  }));
/** All pages of a search for pumps. */
const walk = async (town: TestTown, asked: Readonly<Record<string, string>>) => {
  const met: ReturnType<typeof shown>[number][] = [];
  const first = { q: 'fietspomp', radius: String(radiusMetres), explain: '1', limit: '10', ...atCentre };
  let parameters: Record<string, string> | undefined = { ...first, ...asked };
  while (parameters !== undefined) {
    const answer: SearchAnswer = await town.ask(parameters);
    met.push(...shown(answer));
    parameters = answer.next === undefined ? undefined : Object.fromEntries(new URL(answer.next).searchParams);
  }
  return met;
};

const indexes = [
  ['as they came', undefined],
  ['merged', mergedAtOnce],
] as const;
const placings: readonly (readonly [string, (index: number) => readonly Street[]])[] = [
  ['near', () => [within]],
  ['near, farther or nowhere', (index) => [[within, beyond, nowhere][index % 3] ?? within]],
  ['near and farther', () => [beyond, within]],
  ['all farther', (index) => [index % 2 === 0 ? beyond : nowhere]],
];
const cases = indexes.flatMap(([how, rules]) =>
  placings.flatMap(([where, streetsOf]) =>
    [measuredAloneMax, measuredAloneMax + 1].map((count) => ({ how, rules, where, streetsOf, count })),
  ),
);

describe('products more than places are measured one by one for', () => {
  it.each(cases)('come as few do: $count $where, $how', async ({ rules, streetsOf, count }) => {
    await using town = createTestTown({}, rules);
    await fill(town, count, streetsOf);
    const elsewhere = { brand: 'Waterpomp', lat: String(centre.latitude + (2 * radiusMetres) / 111_300) };
    const before = await walk(town, elsewhere);
    const all = await walk(town, {});
    expect(await walk(town, elsewhere)).toEqual(before);

    const reached = Array.from({ length: count }, (_, index) => streetsOf(index)).filter((streets) =>
      streets.some((street) => street !== nowhere),
    );
    expect(all).toHaveLength(reached.length);
    const inOrder = all.toSorted(
      (one, other) => Number(one.farther) - Number(other.farther) || other.score - one.score,
    );
    expect(all).toEqual(inOrder);
    expect(all.filter(({ brand }) => brand === 'Waterpomp')).toEqual(await walk(town, { brand: 'Waterpomp' }));
  });
});
