import { describe, expect, it } from 'vitest';
import { atCentre, createTestTown, gtins, offer, place, product, source, type TestTown } from './search.test-helper.ts';

const [loaf, second, third] = gtins;
const keysOf = ({ results }: Awaited<ReturnType<TestTown['ask']>>): readonly string[] =>
  results.map(({ id }) => new URL(id).pathname.split('/').at(-1) ?? '');

describe('what a thing is called by', () => {
  it('is not the town of its address: a product and a town find the product', async () => {
    await using town = createTestTown();
    await town.put(
      source('a'),
      place('korenaar', { placeKind: 'shop=bakery' }),
      place('halve-maan', { placeKind: 'shop=bakery' }),
      place('brood-van-waterveen', { placeKind: 'shop=deli', name: 'Kaas uit Waterveen' }),
      product(loaf, 'Volkorenbrood'),
      offer(loaf, 'korenaar'),
    );
    expect(keysOf(await town.ask({ q: 'brood Waterveen' }))).toContain(loaf);
    // This shop has the town in its own name.
    const named = await town.ask({ q: 'kaas Waterveen' });
    expect(keysOf(named)).toEqual(['brood-van-waterveen']);
    expect(named.where).toBeUndefined();
  });

  it('is all of the name of a shop, whatever stands in it', async () => {
    await using town = createTestTown();
    const butcher = { placeKind: 'shop=butcher' };
    await town.put(
      source('a'),
      place('dijk', { ...butcher, name: 'Slagerij Dijk' }),
      place('van-dijk', { ...butcher, name: 'Slagerij van Dijk', north: 20 }),
    );
    const { results } = await town.ask({ q: 'slagerij van dijk', ...atCentre, explain: '1' });
    const texts = results.map(({ explain }) => explain?.terms.find(({ term }) => term === 'text')?.value);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(texts[1]);
  });

  it('is its title where its barcode is that of a book, whether its category is given or not', async () => {
    await using town = createTestTown();
    const [isbn, other] = ['09789000000012', '09789000000029'];
    await town.put(
      source('a'),
      place('boekwinkel', { placeKind: 'shop=books' }),
      product(isbn, 'Alles over kaas', { category: '784' }),
      product(other, 'Alles over kaas'),
      product(third, 'Kaas'),
      ...[isbn, other, third].map((gtin) => offer(gtin, 'boekwinkel')),
    );
    const { results } = await town.ask({ q: 'alles over kaas', ...atCentre, explain: '1' });
    const textOf = (key: string) =>
      results
        .find(({ id }) => id.endsWith(key))
        ?.explain?.terms.find(({ term }) => term === 'text')
        ?.value.toFixed(1);
    expect(textOf(isbn)).toBeDefined();
    expect(textOf(other)).toBe(textOf(isbn));
  });

  it('is no part of a word for its kind, where that would be a typing error', async () => {
    await using town = createTestTown();
    await town.put(source('a'), place('grote-kerk', { placeKind: 'amenity=place_of_worship' }));
    const church = { q: 'worshop', ...atCentre };
    expect((await town.ask({ ...church, q: 'workshop' })).results).toEqual([]);
    expect((await town.ask(church)).results).toEqual([]);
    await town.put(product(second, 'Worship'), offer(second, 'grote-kerk'));
    expect(keysOf(await town.ask(church))).toContain(second);
  });
});
