import type { SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import {
  atCentre,
  createTestTown,
  gtins,
  offer,
  place,
  product,
  source,
  testOrigin,
  type TestTown,
} from './search.test-helper.ts';

const [pump] = gtins;
const pathsOf = ({ results }: SearchAnswer): string[] => results.map(({ id }) => id.slice(testOrigin.length));

/** Follows `next` to the end; between pages somebody else imports. */
const walk = async (
  town: TestTown,
  asked: Readonly<Record<string, string>>,
  between: (page: number) => Promise<void>,
) => {
  const met: string[] = [];
  let parameters: Record<string, string> | undefined = { ...asked, limit: '2' };
  for (let page = 0; parameters !== undefined; page++) {
    const answer: SearchAnswer = await town.ask(parameters);
    met.push(...pathsOf(answer));
    await between(page);
    parameters = answer.next === undefined ? undefined : Object.fromEntries(new URL(answer.next).searchParams);
  }
  return met;
};
const names = (count: number, of: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => of(at));

describe('pages while others import', () => {
  it('miss nothing that was there, and meet nothing twice', async () => {
    await using town = createTestTown();
    const before = names(12, (at) => `winkel-${at}`);
    await town.put(
      source('a'),
      ...before.map((key, at) => place(key, { name: `Rode fiets ${'extra woorden '.repeat(at % 5)}`, north: at * 37 })),
      ...names(40, (at) => `anders-${at}`).map((key) => place(key, { name: 'Iets anders' })),
    );
    const asked = { q: 'rode fiets', type: 'place', ...atCentre };
    const whole = pathsOf(await town.ask({ ...asked, limit: '50' }));
    expect(whole.length).toBeGreaterThanOrEqual(6);
    // Rare words become common, and texts longer: every score would move.
    const met = await walk(town, asked, (page) =>
      town.put(
        ...names(30, (at) => `nieuw-${page}-${at}`).map((key) =>
          place(key, { name: `Fiets ${'veel langere naam '.repeat(8)}`, north: 9_000 }),
        ),
      ),
    );
    expect(met.filter((path) => whole.includes(path))).toEqual(whole);
    expect(new Set(met).size).toBe(met.length);
  });

  it('keep to places that carry it, though somebody lists the product by now', async () => {
    await using town = createTestTown();
    const carriers = names(6, (at) => `drager-${at}`);
    await town.put(
      source('a'),
      ...carriers.map((key, at) => place(key, { categoryCarried: ['Fietspompen'], north: at * 100 })),
    );
    const asked = { q: 'fietspompen', ...atCentre };
    const whole = pathsOf(await town.ask({ ...asked, limit: '50' }));
    expect(whole).toHaveLength(carriers.length);
    const met = await walk(town, asked, () => town.put(product(pump, 'Fietspompen'), offer(pump, 'drager-0')));
    expect(met.filter((path) => whole.includes(path))).toEqual(whole);
  });

  it('keep to a place among the words, though something is called so by now', async () => {
    await using town = createTestTown();
    for (const [at, gtin] of gtins.entries())
      await town.put(product(gtin, 'Fietspomp'), place(`a${at}`, { north: at * 900 }), offer(gtin, `a${at}`));
    const asked = { q: 'fietspomp waterveen', type: 'product' };
    const whole = pathsOf(await town.ask({ ...asked, limit: '50' }));
    const called = { ...product(pump, 'Fietspomp Waterveen'), id: '/products/zo-genoemd', gtin: undefined };
    const met = await walk(town, asked, () => town.put(called));
    expect(met).toEqual(whole);
    expect(whole).toHaveLength(gtins.length);
  });
});
