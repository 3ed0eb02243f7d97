import type { SearchAnswer, SearchResult } from '@openstraat/spec';
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

const [pump, bell, lock] = gtins;
const pathsOf = ({ results }: SearchAnswer): string[] => results.map(({ id }) => id.slice(testOrigin.length));
const shopsOf = (result: SearchResult | undefined): string[] =>
  result?.type === 'product' ? result.offers.map((one) => one.place.id.replace(`${testOrigin}/places/`, '')) : [];
const sharesOf = ({ explain }: Pick<SearchResult, 'explain'>): number =>
  explain?.terms.reduce((sum, { share }) => sum + share, 0) ?? Number.NaN;
const priced = (price: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  price,
  priceCurrency: 'EUR',
  ...changes,
});

describe('what changes during an import', () => {
  it.each([
    ['out of stock', { availability: 'in-stock' }, { availability: 'OutOfStock' }],
    ['out of stock, where nobody asked', {}, { availability: 'OutOfStock' }],
    ['too dear', { priceMax: '12' }, { price: '30.00' }],
    [
      'no longer on sale',
      { priceMax: '12' },
      { salePrice: '5.00', price: '30.00', saleThrough: '2026-03-01T00:00:00Z' },
    ],
    ['in another currency', { priceMax: '12' }, { priceCurrency: 'USD' }],
    ['not to reserve', { fulfilment: 'reserve' }, { fulfilment: ['OrderIn'] }],
  ])('is not shown once it is %s', async (_, asked, changes) => {
    await using town = createTestTown();
    const first = offer(pump, 'a', priced('10.00', { fulfilment: ['Reserve'] }));
    await town.put(source('a'), product(pump, 'Fietspomp'), place('a'), place('b', { north: 900 }), first);
    await town.put(offer(pump, 'b', priced('11.00', { fulfilment: ['Reserve'] })));
    const question = { q: 'fietspomp', ...atCentre, ...asked };
    expect(shopsOf((await town.ask(question)).results[0])).toEqual(['a', 'b']);
    // The index has not seen this yet.
    await town.put({ ...first, ...changes });
    const { results } = await town.search.search(town.parameters(question));
    expect(shopsOf(results[0])).toEqual(['b']);
    expect(results[0]).toMatchObject({ distanceMetres: 900 });
    await town.put({ ...offer(pump, 'b', priced('11.00')), ...changes });
    expect((await town.search.search(town.parameters(question))).results).toEqual([]);
  });

  it('says why by what is shown', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(pump, 'Fietspomp'), place('a'), offer(pump, 'a'));
    await town.ask({ q: 'fietspomp' });
    await town.put(offer(pump, 'a', { availability: 'LimitedAvailability' }));
    const [result] = (await town.search.search(town.parameters({ q: 'fietspomp' }))).results;
    const words = result?.type === 'product' ? [...result.why, ...(result.offers[0]?.why ?? [])] : [];
    expect(words.filter(({ code }) => code === 'availability').map(({ text }) => text)).toEqual([
      'beperkt op voorraad',
      'beperkt op voorraad',
    ]);
  });
});

const putListed = (town: TestTown): Promise<void> =>
  town.put(
    source('a'),
    place('a', { openingHours: 'Tu 10:00-18:00' }),
    place('drager', { brandCarried: ['Grendelmeer'], categoryCarried: ['Fietspompen'] }),
    product(pump, 'Fietspomp Grendelmeer', { brand: { type: 'Brand', name: 'Grendelmeer' } }),
    offer(pump, 'a', priced('20.00')),
  );

describe('a product that is listed, and not as it was asked for', () => {
  it.each([{ priceMax: '1' }, { open: 'now' }, { fulfilment: 'order-in' }])(
    'is not said to be listed by nobody: %o',
    async (asked) => {
      await using town = createTestTown();
      await putListed(town);
      for (const where of [{}, atCentre]) {
        expect(pathsOf(await town.ask({ q: 'fietspomp grendelmeer', ...asked, ...where }))).toEqual([]);
        expect(pathsOf(await town.ask({ gtin: pump, ...asked, ...where }))).toEqual([]);
      }
    },
  );

  it('comes without offers only where it has none that could be shown', async () => {
    await using town = createTestTown();
    await putListed(town);
    await town.put(product(bell, 'Fietsbel'));
    expect(pathsOf(await town.ask({ gtin: bell, priceMax: '1' }))).toEqual([`/products/${bell}`]);
    expect(pathsOf(await town.ask({ gtin: bell, kind: 'shop=bakery' }))).toEqual([]);
    await town.put(offer(pump, 'a', { availability: 'OutOfStock' }));
    expect((await town.ask({ gtin: pump })).results).toMatchObject([{ offers: [] }]);
    expect(pathsOf(await town.ask({ gtin: pump, availability: 'in-stock' }))).toEqual([]);
  });

  it('is found by its barcode before its product arrives, at the places that offer it', async () => {
    await using town = createTestTown();
    await putListed(town);
    await town.put(offer(lock, 'a'), offer(lock, 'drager', { availability: 'OutOfStock' }));
    const answer = await town.ask({ gtin: lock, ...atCentre, explain: '1' });
    expect(pathsOf(answer)).toEqual(['/places/a']);
    expect(answer.results[0]?.why[0]?.code).toBe('barcode');
    expect(answer.results.map((result) => result.explain?.score)).toEqual([
      expect.closeTo(sharesOf(answer.results[0] ?? {}), 3),
    ]);
    expect(pathsOf(await town.ask({ gtin: lock, type: 'product' }))).toEqual([]);
  });
});

describe('products of one barcode', () => {
  const other = {
    ...product(pump, 'Rijwielpomp, waarvan men zegt dat het een fietspomp met manometer is'),
    id: '/products/x',
  };
  const put = (town: TestTown): Promise<void> =>
    town.put(
      source('a'),
      product(pump, 'Fietspomp met manometer'),
      other,
      place('ver', { north: 5_000 }),
      place('dichtbij', { north: 10 }),
      offer(pump, 'ver'),
      { ...offer(pump, 'dichtbij', { itemOffered: other.id }), id: '/offers/x.dichtbij' },
    );

  it('have scores that their explanations add up to', async () => {
    await using town = createTestTown();
    await put(town);
    const { results } = await town.ask({ q: 'fietspomp manometer', type: 'product', ...atCentre, explain: '1' });
    expect(results.map(shopsOf)).toEqual([['dichtbij', 'ver']]);
    const [group] = results;
    const explained = group?.type === 'product' ? [group, ...group.offers] : [];
    expect(explained).toHaveLength(3);
    for (const one of explained) expect(one.explain?.score).toBeCloseTo(sharesOf(one), 3);
    expect(new Set(explained.map(({ explain }) => explain?.terms[0]?.value)).size).toBe(1);
  });

  it('are found by the name of one, also where only the other is offered', async () => {
    await using town = createTestTown();
    await put(town);
    await town.put({ ...other, name: 'Iets heel anders' });
    await town.remove(`/offers/${pump}.ver`);
    for (const where of [{}, atCentre]) {
      const answer = await town.ask({ q: 'fietspomp manometer', type: 'product', ...where });
      expect(pathsOf(answer)).toEqual([`/products/${pump}`]);
      expect(answer.results.map(shopsOf)).toEqual([['dichtbij']]);
    }
  });

  it('come with those of the brand asked for alone', async () => {
    await using town = createTestTown();
    await put(town);
    await town.put({ ...other, brand: { type: 'Brand', name: 'Veldwind' } });
    const answer = await town.ask({ q: 'fietspomp', brand: 'Veldwind', ...atCentre });
    expect(pathsOf(answer)).toEqual([other.id]);
    expect(answer.results.map(shopsOf)).toEqual([['dichtbij']]);
  });
});

describe('a reason', () => {
  it('is there for what filters alone have found, nowhere', async () => {
    await using town = createTestTown();
    const event = { type: 'Event', name: 'Fietsdag', startDate: '2026-05-01T10:00:00Z', source: '/sources/a' };
    await town.put(source('a'), { ...event, id: '/events/fietsdag' });
    const { results } = await town.ask({ type: 'event' });
    expect(results.map(({ why }) => why)).toEqual([[{ code: 'kind', text: 'is een evenement' }]]);
  });
});

describe('a distance', () => {
  it('is shown on the side of the radius that it is on', async () => {
    await using town = createTestTown();
    await town.put(source('a'), ...Array.from({ length: 30 }, (_, at) => place(`p${at}`, { north: 998 + at / 5 })));
    const { results } = await town.ask({ ...atCentre, radius: '1000', limit: '50' });
    expect(new Set(results.map(({ farther }) => farther)).size).toBe(2);
    for (const { distanceMetres = Number.NaN, farther } of results) expect(distanceMetres > 1_000).toBe(farther);
  });
});

describe('an instant asked for', () => {
  it('changes what is open, and nothing of how long ago things were seen', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(pump, 'Fietspomp'), place('a'), offer(pump, 'a'));
    const seenAt = async (open: string) => {
      const [result] = (await town.ask({ q: 'fietspomp', open, explain: '1' })).results;
      return [result?.why.find(({ code }) => code === 'seen')?.text, result?.explain?.score];
    };
    expect(await seenAt('2099-12-31T12:00:00Z')).toEqual(await seenAt('now'));
    expect((await seenAt('now'))[0]).toBe('gisteren gezien');
  });
});

describe('a radius', () => {
  it('counts around a place among the words, and is refused where there is none', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(pump, 'Fietspomp'), place('a'), offer(pump, 'a'));
    const answer = await town.ask({ q: 'fietspomp in Waterveen', radius: '1000' });
    expect(answer.where).toMatchObject({ from: 'town', radiusMetres: 1_000 });
    await expect(town.ask({ q: 'fietspomp', radius: '1000' })).rejects.toThrow('`radius` needs a place');
  });
});

describe('words and a barcode', () => {
  it('together are taken where they mean the same, and refused where not', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(pump, 'Fietspomp'), place('a'), offer(pump, 'a'));
    expect(pathsOf(await town.ask({ q: '9520000000011', gtin: pump }))).toEqual([`/products/${pump}`]);
    await expect(town.ask({ q: 'fietsbel', gtin: pump })).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('where a word is left out', () => {
  it('the thing itself is listed all the same: nobody comes instead of it for what they carry', async () => {
    await using town = createTestTown();
    await town.put(source('a'), product(pump, 'Fietspomp'), product(bell, 'Vaas mosgroen'), place('winkel'));
    await town.put(product(lock, 'Kom mosgroen'), offer(lock, 'winkel'));
    await town.put(place('drager', { categoryCarried: ['fietspompen'] }), offer(pump, 'winkel'), offer(bell, 'winkel'));
    expect(pathsOf(await town.ask({ q: 'fietspomp mosgroen', ...atCentre }))).toEqual([`/products/${pump}`]);
  });
});
