import { searchAnswerSchema, type SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../project/search-index/create-search-index.ts';
import { createSearch } from './create-search.ts';
import { searchRoomLimits } from './limits.ts';
import {
  atCentre,
  centre,
  createTestTown,
  gtins,
  offer,
  place,
  product,
  source,
  testNowMs,
  testOrigin,
  type TestTown,
} from './search.test-helper.ts';

const [pump, bell, lock, tyre] = gtins;
const pathsOf = ({ results }: SearchAnswer): string[] => results.map(({ id }) => id.slice(testOrigin.length));
const codesOf = ({ results }: SearchAnswer): string[][] => results.map(({ why }) => why.map(({ code }) => code));

const putTown = (town: TestTown): Promise<void> =>
  town.put(
    source('a', { lastCompleteDelivery: '2026-03-02T03:00:00+01:00' }),
    place('rijwielhuis', { placeKind: 'shop=bicycle', openingHours: 'Mo-Fr 09:00-18:00', north: 300 }),
    place('warenhuis', { openingHours: 'Tu-Sa 10:00-18:00', north: 2_000 }),
    place('ijzerwaren', {
      placeKind: 'shop=hardware',
      categoryCarried: ['Hangsloten'],
      brandCarried: ['Grendelmeer'],
      north: 500,
    }),
    place('verderop', { north: 14_000 }),
    product(pump, 'Fietspomp met manometer', {
      brand: { type: 'Brand', name: 'Veldwind' },
      category: 'Sportartikelen > Fietsen > Pompen',
    }),
    product(bell, 'Fietsbel'),
    product(lock, 'Kettingslot', { brand: { type: 'Brand', name: 'Grendelmeer' } }),
    offer(pump, 'rijwielhuis', { price: '20.00', priceCurrency: 'EUR', fulfilment: ['Reserve'] }),
    offer(pump, 'warenhuis', {
      price: '18.00',
      salePrice: '12.00',
      saleFrom: '2026-03-01T00:00:00Z',
      saleThrough: '2026-03-03T00:00:00Z',
      priceCurrency: 'EUR',
      observedAt: '2026-03-02T08:00:00Z',
    }),
    offer(bell, 'warenhuis', { availability: 'OutOfStock' }),
    offer(bell, 'rijwielhuis', { availability: 'Unknown' }),
    offer(pump, 'verderop'),
    offer(lock, 'verderop'),
  );

const instantIn = (ms: number): string => new Date(testNowMs + ms).toISOString();
const event = (key: string, startDate: string, endDate?: string) => ({
  id: `/events/rijwielhuis.${key}`,
  type: 'Event',
  name: 'Fietsdag',
  location: '/places/rijwielhuis',
  startDate,
  ...(endDate === undefined ? {} : { endDate }),
  source: '/sources/a',
});

describe('an answer', () => {
  it('says where it is, for how much, seen when, until when open, and why it stands there', async () => {
    await using town = createTestTown();
    await putTown(town);
    const answer = await town.ask({ q: 'fietspompen', ...atCentre, explain: '1' });
    expect(searchAnswerSchema.safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({ version: 1, at: '2026-03-02T09:00:00.000Z', ranking: `${testOrigin}/ranking` });
    const [result] = answer.results;
    expect(result).toMatchObject({
      type: 'product',
      name: 'Fietspomp met manometer',
      distanceMetres: 300,
      walkingMinutes: 5,
      farther: false,
      moreOffers: 0,
      offers: [
        {
          place: { id: `${testOrigin}/places/rijwielhuis`, addressLocality: 'Waterveen' },
          price: '20.00',
          seenAt: '2026-03-02T03:00:00+01:00',
          open: { state: 'open', until: '2026-03-02T18:00:00+01:00' },
        },
        {
          place: { id: `${testOrigin}/places/warenhuis` },
          salePrice: '12.00',
          seenAt: '2026-03-02T08:00:00Z',
          open: { state: 'closed', until: '2026-03-03T10:00:00+01:00' },
        },
      ],
    });
    expect(codesOf(answer)).toEqual([['name', 'distance', 'availability', 'seen', 'open']]);
    expect(result?.explain?.score).toBeCloseTo(
      result?.explain?.terms.reduce((sum, { share }) => sum + share, 0) ?? 0,
      3,
    );
  });

  it('goes straight from a barcode to its product, also where nobody offers it', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.put(product(tyre, 'Buitenband'));
    const asWritten = await town.ask({ q: '9520000000011', ...atCentre });
    expect(pathsOf(asWritten)).toEqual([`/products/${pump}`]);
    expect(asWritten.query.gtin).toBe(pump);
    expect(codesOf(asWritten)[0]?.[0]).toBe('barcode');
    const nowhere = await town.ask({ gtin: tyre, ...atCentre });
    expect(nowhere.results).toMatchObject([{ type: 'product', offers: [], moreOffers: 0, farther: false }]);
    expect(pathsOf(await town.ask({ q: '9520000000019', ...atCentre }))).toEqual([]);
  });

  it('names places that carry its brand where nobody near lists the product, then what is farther', async () => {
    await using town = createTestTown();
    await putTown(town);
    const answer = await town.ask({ q: 'kettingslot grendelmeer', ...atCentre });
    expect(answer.results).toMatchObject([
      { type: 'place', carries: ['Grendelmeer'], farther: false, why: [{ code: 'assortment' }, {}, {}] },
      { type: 'product', farther: true, distanceMetres: 13_997 },
    ]);
    expect(codesOf(answer)[1]).toContain('farther');
    const byBarcode = await town.ask({ gtin: lock, ...atCentre });
    expect(pathsOf(byBarcode)).toEqual(['/places/ijzerwaren', `/products/${lock}`]);
    const alone = await town.ask({ q: 'kettingslot', type: 'product', ...atCentre });
    expect(pathsOf(alone)).toEqual([`/products/${lock}`]);
  });

  it.each([
    ['open now', { open: 'now' }, ['rijwielhuis']],
    ['open at another time', { open: '2026-03-03T11:00:00+01:00' }, ['rijwielhuis', 'warenhuis']],
    ['under a price, a reduced one that counts', { priceMax: '15' }, ['warenhuis']],
    ['under a price in another currency', { priceMax: '15', currency: 'USD' }, []],
    ['to reserve', { fulfilment: 'reserve' }, ['rijwielhuis']],
    ['to buy, also where nobody says how', { fulfilment: 'buy' }, ['warenhuis']],
    ['at a kind of place, by tag', { kind: 'shop=bicycle' }, ['rijwielhuis']],
    ['at a kind of place, by word', { kind: 'Fietsenmaker' }, ['rijwielhuis']],
    ['within a radius, inclusive', { radius: '301' }, ['rijwielhuis']],
  ] as const)('filters: %s', async (_, filter, expected) => {
    await using town = createTestTown();
    await putTown(town);
    const { results } = await town.ask({ q: 'fietspomp', type: 'product', ...atCentre, ...filter });
    const within = results.filter(({ farther }) => !farther);
    const places = within.flatMap((result) =>
      result.type === 'product'
        ? result.offers.map(({ place: { id } }) => id.replace(`${testOrigin}/places/`, ''))
        : [],
    );
    expect(places).toEqual(expected);
  });

  it.each([
    [undefined, ['Unknown']],
    ['in-stock', []],
    ['orderable', []],
    ['any', ['Unknown', 'OutOfStock']],
  ])('availability %s', async (availability, expected) => {
    await using town = createTestTown();
    await putTown(town);
    const { results } = await town.ask({
      q: 'fietsbel',
      type: 'product',
      ...(availability === undefined ? {} : { availability }),
    });
    expect(
      results.flatMap((found) => (found.type === 'product' ? found.offers : [])).map((found) => found.availability),
    ).toEqual(expected);
  });

  it('finds by brand and by the beginning of a category, up to a part of it', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect(pathsOf(await town.ask({ brand: 'VELDWIND' }))).toEqual([`/products/${pump}`]);
    expect(pathsOf(await town.ask({ category: 'sportartikelen>fietsen' }))).toEqual([`/products/${pump}`]);
    expect(pathsOf(await town.ask({ category: 'Sportartikelen > Fiets' }))).toEqual([]);
    const both = { brand: 'veldwind', category: 'Sportartikelen' };
    expect(pathsOf(await town.ask(both))).toEqual([`/products/${pump}`]);
    await town.put(
      product(bell, 'Fietsbel', { category: 'Sportartikelen' }),
      product(pump, 'Fietspomp', { brand: { type: 'Brand', name: 'Veldwind' }, category: 'Fietsen' }),
    );
    expect(pathsOf(await town.ask(both))).toEqual([]);
    expect(pathsOf(await town.ask({ brand: 'Grendelmeer', ...atCentre }))).toEqual([
      '/places/ijzerwaren',
      `/products/${lock}`,
    ]);
  });

  it('finds places by kind, and what is around a point', async () => {
    await using town = createTestTown();
    await putTown(town);
    expect(pathsOf(await town.ask({ kind: 'shop=bicycle' }))).toEqual(['/places/rijwielhuis']);
    expect(pathsOf(await town.ask({ q: 'fietsenmaker', ...atCentre }))).toEqual(['/places/rijwielhuis']);
    expect(pathsOf(await town.ask({ ...atCentre, radius: '1000' }))).toEqual([
      '/places/rijwielhuis',
      '/places/ijzerwaren',
      '/places/warenhuis',
    ]);
  });

  it('leaves out events that are over', async () => {
    await using town = createTestTown();
    await putTown(town);
    const hourMs = 3_600_000;
    const lastsMs = searchRoomLimits.eventHoursWithoutEnd * hourMs;
    await town.put(
      event('over', '2026-03-01T10:00:00Z', '2026-03-01T12:00:00Z'),
      event('bezig', '2026-03-01T10:00:00Z', '2026-03-05T12:00:00Z'),
      event('net-nog', instantIn(-lastsMs)),
      event('net-niet-meer', instantIn(-lastsMs - 1_000)),
      event('straks', '2026-05-01T10:00:00Z'),
    );
    const found = pathsOf(await town.ask({ q: 'fietsdag', type: 'event' })).toSorted();
    expect(found).toEqual(['/events/rijwielhuis.bezig', '/events/rijwielhuis.net-nog', '/events/rijwielhuis.straks']);
    const now = pathsOf(await town.ask({ q: 'fietsdag', type: 'event', open: 'now' })).toSorted();
    expect(now).toEqual(['/events/rijwielhuis.bezig', '/events/rijwielhuis.net-nog']);
  });

  it('shows so many offers of a barcode, and counts the others', async () => {
    await using town = createTestTown();
    const shops = Array.from({ length: searchRoomLimits.offersShownMax + 1 }, (_, index) => `winkel-${index}`);
    await town.put(source('a'), product(pump, 'Fietspomp'), ...shops.map((key) => place(key)));
    await town.put(...shops.slice(1).map((key) => offer(pump, key)));
    expect((await town.ask({ q: 'fietspomp' })).results).toMatchObject([{ moreOffers: 0, offers: [{}, {}, {}] }]);
    await town.put(...shops.slice(0, 1).map((key) => offer(pump, key)));
    expect((await town.ask({ q: 'fietspomp' })).results).toMatchObject([{ moreOffers: 1, offers: [{}, {}, {}] }]);
  });

  it('groups offers of one barcode, whichever product they name, on one page only', async () => {
    await using town = createTestTown();
    await putTown(town);
    const other = { ...product(pump, 'Rijwielpomp, ook fietspomp genoemd'), id: '/products/eigen-pomp' };
    await town.put(other, place('derde', { north: 100 }), {
      ...offer(pump, 'derde', { itemOffered: other.id }),
      id: '/offers/eigen-pomp.derde',
    });
    const parameters = { q: 'fietspomp', type: 'product', limit: '1' };
    const first = await town.ask({ ...parameters, ...atCentre });
    expect(pathsOf(first)).toEqual([`/products/${pump}`]);
    const [group] = first.results;
    expect(group).toMatchObject({ moreOffers: 0 });
    const names = group?.type === 'product' ? group.offers.map(({ place: { name } }) => name) : [];
    expect(new Set(names)).toEqual(new Set(['derde', 'rijwielhuis', 'warenhuis']));
    expect(first.next).toBeUndefined();
    expect(pathsOf(await town.ask({ gtin: pump, ...atCentre }))).toEqual([`/products/${pump}`]);
  });

  it('ends what is farther at so many times the radius', async () => {
    await using town = createTestTown();
    const end = searchRoomLimits.fartherRadii * 1_000;
    await town.put(
      source('a'),
      product(pump, 'Fietspomp'),
      product(bell, 'Fietspomp'),
      place('net-nog', { north: end - 20 }),
      place('net-niet-meer', { north: end + 20 }),
      offer(pump, 'net-nog'),
      offer(bell, 'net-niet-meer'),
    );
    expect(pathsOf(await town.ask({ q: 'fietspomp', ...atCentre, radius: '1000' }))).toEqual([`/products/${pump}`]);
  });
});

describe('where', () => {
  const postcodes = { '8199AB': { latitude: 52.43, longitude: 6.03 } };

  it.each([
    ['8199 ab', 'postcode', 52.43],
    ['8199AB Waterveen', 'postcode', 52.43],
    ['8199', 'postcode', centre.latitude],
    ['waterVéén', 'town', centre.latitude],
    ['9999 XX Waterveen', 'town', centre.latitude],
  ])('%s is a %s', async (near, from, latitude) => {
    await using town = createTestTown(postcodes);
    await town.put(source('a'), ...['a', 'b', 'c'].map((key) => place(key)));
    expect((await town.ask({ near, type: 'place' })).where).toMatchObject({ from, near, latitude });
  });

  it('a town or postcode behind the words is where to search, unless something is called so', async () => {
    await using town = createTestTown(postcodes);
    await putTown(town);
    const answer = await town.ask({ q: 'fietspomp in Waterveen' });
    expect(answer.where).toMatchObject({ from: 'town', near: 'Waterveen' });
    expect(pathsOf(answer)).toEqual([`/products/${pump}`]);
    expect((await town.ask({ q: 'fietspomp 8199 AB' })).where).toMatchObject({ from: 'postcode' });
    await town.put(product(tyre, 'Fietspomp Waterveen'), offer(tyre, 'warenhuis'));
    const called = await town.ask({ q: 'fietspomp waterveen' });
    expect(called.where).toBeUndefined();
    expect(pathsOf(called)).toEqual([`/products/${tyre}`]);
  });

  it('what looks like a postcode is the code of a product that has it and all other words, wherever it says so', async () => {
    await using town = createTestTown(postcodes);
    await putTown(town);
    for (const q of ['fietspomp 8199-AB', 'fietspomp 8199ab', '8199-zz fietspomp', 'fietspomp 8199-ab manometer'])
      expect([q, (await town.ask({ q })).where?.from]).toEqual([q, 'postcode']);
    await town.put(product(tyre, 'Fietspomp', { description: 'Past op model 8199-AB.' }), offer(tyre, 'warenhuis'));
    for (const q of ['fietspomp 8199-AB', 'fietspomp 8199ab', '8199ab fietspomp']) {
      const called = await town.ask({ q });
      expect([q, called.where, pathsOf(called)]).toEqual([q, undefined, [`/products/${tyre}`]]);
    }
    expect((await town.ask({ q: 'fietsbel 8199-AB' })).where?.from).toBe('postcode');
  });
});

describe('a question that means nothing', () => {
  it.each([
    [{}, 'Nothing is asked'],
    [{ q: 'pomp', lat: '52' }, '`lat` and `lon`'],
    [{ q: 'pomp', near: 'Waterveen', lat: '52', lon: '6' }, 'either `near`'],
    [{ q: 'pomp', radius: '500' }, '`radius` needs a place'],
    [{ q: 'pomp', currency: 'EUR' }, '`priceMax`'],
    [{ type: 'product' }, '`type=product`'],
    [{ q: 'pomp', near: 'Elders' }, 'Waterveen'],
    [{ q: 'pomp', kind: 'ruimteschipwinkel' }, '`kind`'],
  ])('%o is refused, and says what to do', async (asked, words) => {
    await using town = createTestTown();
    await town.put(source('a'), place('a'));
    await expect(town.ask(asked)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(town.ask(asked)).rejects.toThrow(words);
  });

  it('is no fault where words say nothing', async () => {
    await using town = createTestTown();
    await putTown(town);
    for (const q of ['xq!!!', 'xq\u0000', 'xq \ud800', '‮xq', 'xq 🚲', 'de het een', 'xq %_*?"\\'])
      expect((await town.ask({ q })).results).toEqual([]);
  });

  it('waits for the index', async () => {
    const search = createSearch({
      index: createSearchIndex({ language: 'nl' }),
      cursorKey: new Uint8Array(1),
      node: { name: '', origin: testOrigin, license: testOrigin, language: 'nl' },
    } as never);
    expect(search.ready).toBe(false);
    await expect(search.search({ q: 'pomp' })).rejects.toMatchObject({ code: 'index-building' });
    await expect(search.suggest('pomp', 5)).rejects.toMatchObject({ code: 'index-building' });
  });
});

const shopClosed = (closures: readonly object[]) =>
  place('de-korf', { openingHours: 'Mo-Fr 18:00-20:00', specialOpeningHoursSpecification: closures });
const counter = (openingHours: string) => ({
  id: '/parcel-points/de-korf.balie',
  type: 'ParcelPoint',
  containedInPlace: '/places/de-korf',
  carrier: ['Pakketaar'],
  parcelService: ['collect'],
  openingHours,
  source: '/sources/a',
});

describe('a parcel counter', () => {
  it('has hours of its own inside a shop, and is closed when the shop is for its holiday', async () => {
    await using town = createTestTown();
    const stateOf = async () =>
      (await town.ask({ q: 'pakketpunt', ...atCentre })).results.map((one) => 'open' in one && one.open?.state);
    const isOpenNow = async () => (await town.ask({ q: 'pakketpunt', ...atCentre, open: 'now' })).results.length === 1;
    await town.put(source('a'), shopClosed([]), counter('Mo-Fr 08:00-17:00'));
    expect([await stateOf(), await isOpenNow()]).toEqual([['open'], true]);
    await town.put(counter('Mo-Fr 18:00-20:00'));
    expect([await stateOf(), await isOpenNow()]).toEqual([['closed'], false]);
    await town.put(
      counter('24/7'),
      shopClosed([
        {
          type: 'OpeningHoursSpecification',
          validFrom: '2026-03-01',
          validThrough: '2026-03-08',
          opens: '00:00',
          closes: '00:00',
        },
      ]),
    );
    expect([await stateOf(), await isOpenNow()]).toEqual([['closed'], false]);
  });
});

const suggestIn =
  (town: TestTown) =>
  async (typed: string, limit = 10) =>
    (await town.search.suggest(typed, limit)).suggestions;

describe('suggestions', () => {
  it('go on with kinds of place, brands and words, each once and not more than asked', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.ask({ q: 'fietspomp' });
    const suggest = suggestIn(town);
    expect(await suggest('fietsenm')).toContainEqual({ text: 'fietsenmaker', type: 'kind' });
    expect(await suggest('Veld')).toContainEqual({ text: 'Veldwind', type: 'brand' });
    expect(await suggest('goede fietsp')).toEqual([{ text: 'goede fietspomp', type: 'word' }]);
    expect(await suggest('f', 2)).toHaveLength(2);
    expect((await suggest('f', searchRoomLimits.suggestionsMax + 1)).length).toBeLessThanOrEqual(
      searchRoomLimits.suggestionsMax,
    );
    expect(await suggest('   ')).toEqual([]);
    const texts = (await suggest('fiets', 20)).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('name places and products that are here, and no kind of place that nobody here is of', async () => {
    await using town = createTestTown();
    await putTown(town);
    await town.ask({ q: 'fietspomp' });
    const suggest = suggestIn(town);
    expect(await suggest('fietspomp man')).toContainEqual({ text: 'Fietspomp met manometer', type: 'product' });
    expect(await suggest('rijwielh')).toContainEqual(expect.objectContaining({ type: 'place' }));
    expect(await suggest('fietsenverh')).toEqual([]);
  });
});
