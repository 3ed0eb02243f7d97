import { searchAnswerSchema, type SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { searchRoomLimits } from './limits.ts';
import { atCentre, createTestTown, gtins, offer, place, product, source, type TestTown } from './search.test-helper.ts';

const [pump] = gtins;
const shops = 7;
const key = (shop: number): string => `winkel-${shop}`;

const fill = async (town: TestTown, metresApart: number): Promise<void> => {
  await town.put(source('a'), product(pump, 'Fietspomp'));
  for (let shop = 0; shop < shops; shop++)
    await town.put(place(key(shop), { north: shop * metresApart }), offer(pump, key(shop)));
};
const shopsOf = ({ results }: SearchAnswer): readonly string[] =>
  results.flatMap((result) =>
    result.type === 'product' ? result.offers.map(({ id }) => id.split('.').at(-1) ?? '') : [],
  );

/** All pages of a question; `between` happens once, behind the first. */
const walk = async (
  town: TestTown,
  asked: Readonly<Record<string, string>>,
  between?: () => Promise<void>,
): Promise<readonly SearchAnswer[]> => {
  const pages: SearchAnswer[] = [];
  let parameters: Readonly<Record<string, string>> | undefined = asked;
  while (parameters !== undefined && pages.length <= shops) {
    const page: SearchAnswer = await town.ask(parameters);
    pages.push(searchAnswerSchema.parse(page));
    if (pages.length === 1) await between?.();
    parameters = page.next === undefined ? undefined : Object.fromEntries(new URL(page.next).searchParams);
  }
  return pages;
};

describe('a barcode that is asked for', () => {
  it.each([
    ['at different distances', 300],
    ['all equally near', 0],
  ])('leads to each shop once, however few a page, %s', async (_, metresApart) => {
    await using town = createTestTown();
    await fill(town, metresApart);
    const whole = await town.ask({ gtin: pump, ...atCentre, limit: '50' });
    expect([shopsOf(whole).length, new Set(shopsOf(whole)).size, whole.next]).toEqual([shops, shops, undefined]);
    for (const asked of [{ gtin: pump }, { q: pump }]) {
      const pages = await walk(town, { ...asked, ...atCentre, limit: '3', explain: '1' });
      expect(pages.map((page) => shopsOf(page).length)).toEqual([3, 3, 1]);
      expect(pages.flatMap(shopsOf)).toEqual(shopsOf(whole));
      expect(pages.map(({ results: [result] }) => result?.type === 'product' && result.moreOffers)).toEqual([4, 1, 0]);
      for (const { results } of pages)
        for (const { explain } of results)
          expect(explain?.terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(explain?.score ?? 0, 3);
    }
  });

  it('is walked to its end while shops come and go', async () => {
    await using town = createTestTown();
    await fill(town, 300);
    const pages = await walk(town, { gtin: pump, ...atCentre, limit: '3' }, async () => {
      await town.remove(`/offers/${pump}.${key(3)}`);
      await town.put(place('nieuw', { north: 10 }), offer(pump, 'nieuw'));
    });
    expect(pages.flatMap(shopsOf)).toEqual([0, 1, 2, 4, 5, 6].map(key));
    const emptied = await walk(town, { gtin: pump, ...atCentre, limit: '3' }, async () => {
      for (let shop = 0; shop < shops; shop++) await town.remove(`/offers/${pump}.${key(shop)}`);
    });
    expect(emptied[1]?.results).toEqual([]);
    expect(emptied).toHaveLength(2);
  });

  it('keeps to what narrows down, and to what is a little farther', async () => {
    await using town = createTestTown();
    await fill(town, 300);
    await town.put(offer(pump, key(1), { availability: 'OutOfStock' }));
    const pages = await walk(town, { gtin: pump, ...atCentre, radius: '1000', limit: '1' });
    expect(pages.flatMap(shopsOf)).toEqual([0, 2, 3].map(key));
    const north = { lat: '52.4', lon: '6.02' };
    const farther = await walk(town, { gtin: pump, ...north, radius: '2000', limit: '2' });
    expect(farther.flatMap(shopsOf)).toEqual([0, 2, 3, 4, 5, 6].map(key));
    expect(farther.every(({ results: [result] }) => result?.farther === true)).toBe(true);
  });

  it('where words are asked for, a product shows its first few', async () => {
    await using town = createTestTown();
    await fill(town, 300);
    const answer = await town.ask({ q: 'fietspomp', ...atCentre, limit: '50' });
    expect(shopsOf(answer)).toHaveLength(searchRoomLimits.offersShownMax);
    expect(answer.next).toBeUndefined();
  });
});
