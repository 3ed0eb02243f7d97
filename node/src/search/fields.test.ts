import { type Kind, kindModels, propertiesOf, type SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { explainRanking } from '../output/search/explain-ranking.ts';
import { atCentre, createTestTown, gtins, offer, place, product, source, type TestTown } from './search.test-helper.ts';

const [pump, bell] = gtins;
const [, , , , elsewhere] = gtins;

/** One thing of each kind that "fietspomp" finds, or that stands behind what it finds; none as high as it could be, so that a push would show. */
const things = {
  Source: source('a', { name: 'Bron', lastCompleteDelivery: '2026-03-01T03:00:00Z' }),
  Place: place('fietspomp-centrale', { placeKind: 'shop=bicycle', openingHours: 'Mo-Su 18:00-20:00', north: 150 }),
  Product: product(pump, 'Fietspomp met manometer, houten handvat en slang voor elk ventiel'),
  Offer: offer(pump, 'fietspomp-centrale', {
    availability: 'LimitedAvailability',
    price: '5.00',
    priceCurrency: 'EUR',
    observedAt: '2026-02-20T03:00:00Z',
  }),
  Service: {
    id: '/services/fietspomp-centrale.vullen',
    type: 'Service',
    name: 'Fietspomp nakijken',
    provider: '/places/fietspomp-centrale',
    source: '/sources/a',
  },
  Event: {
    id: '/events/fietspomp-centrale.dag',
    type: 'Event',
    name: 'Dag van de fietspomp',
    location: '/places/fietspomp-centrale',
    startDate: '2026-04-04T10:00:00+02:00',
    source: '/sources/a',
  },
  ParcelPoint: {
    id: '/parcel-points/fietspomp-centrale.balie',
    type: 'ParcelPoint',
    name: 'Balie bij de fietspomp',
    containedInPlace: '/places/fietspomp-centrale',
    carrier: ['Pakketpost'],
    parcelService: ['collect'],
    openingHours: 'unknown',
    source: '/sources/a',
  },
} as const satisfies Partial<Record<Kind, object>>;
type FoundKind = keyof typeof things;
/** In Dutch and in English. */
type InWords = readonly [nl: string, en: string];

/** What moves a result of each kind, and how the explanation of the order names it. Nothing else may move one. */
const inputs: Readonly<Record<FoundKind, Readonly<Record<string, InWords>>>> = {
  Source: { lastCompleteDelivery: ['laatste volledige levering', 'last complete delivery'] },
  Place: {
    name: ['in de naam', 'in the name'],
    description: ['omschrijving', 'description'],
    placeKind: ['soort plek', 'kind of place'],
    address: ['plaatsnaam van het adres', 'town of the address'],
    carrier: ['bezorger', 'carrier'],
    brandCarried: ['plekken die het merk of de soort verkopen', 'places that sell the brand or category'],
    categoryCarried: ['plekken die het merk of de soort verkopen', 'places that sell the brand or category'],
    geo: ['ligging', 'position'],
    openingHours: ['openingstijden', 'opening hours'],
    specialOpeningHoursSpecification: ['sluitingsdagen', 'days of closure'],
    timeZone: ['tijdzone', 'time zone'],
  },
  Product: {
    name: ['in de naam', 'in the name'],
    brand: ['het merk', 'the brand'],
    category: ['de categorie', 'the category'],
    color: ['kleur', 'colour'],
    size: ['maat', 'size'],
    description: ['omschrijving', 'description'],
    gtin: ['978 en 979', '978 and 979'],
  },
  Offer: {
    itemOffered: ['te krijgen', 'can be had'],
    availableAtOrFrom: ['plek is waar het te krijgen', 'place is where it can be had'],
    availability: ['op voorraad', 'in stock'],
    observedAt: ['gezien is, op zichzelf', 'seen, by itself'],
  },
  Service: {
    name: ['in de naam', 'in the name'],
    description: ['omschrijving', 'description'],
    provider: ['te doen is', 'or done'],
  },
  Event: {
    name: ['in de naam', 'in the name'],
    description: ['omschrijving', 'description'],
    organizer: ['organisator', 'organiser'],
    location: ['te doen is', 'or done'],
    startDate: ['het begint', 'it begins'],
    endDate: ['eindtijd', 'its end'],
  },
  ParcelPoint: {
    name: ['in de naam', 'in the name'],
    containedInPlace: ['te doen is', 'or done'],
    carrier: ['bezorger', 'carrier'],
    address: ['plaatsnaam van het adres', 'town of the address'],
    geo: ['ligging', 'position'],
    openingHours: ['openingstijden', 'opening hours'],
    pointType: ['een kluis of een balie', 'a locker or a counter'],
    parcelService: ['wat men er met pakketten doet', 'what one does with parcels'],
  },
};

const link = 'https://duur.example/x';
/** Every other property, with values that somebody might pay, write or wish for. */
const others: Readonly<Record<FoundKind, Readonly<Record<string, readonly unknown[]>>>> = {
  Source: {
    name: ['AAA Bron', 'Zzz'],
    place: [['/places/fietspomp-centrale']],
    license: ['https://creativecommons.org/licenses/by/4.0/'],
    attribution: ['Wie betaalt'],
    format: ['text/csv'],
    schedule: ['elke minuut'],
    description: ['fietspomp fietspomp fietspomp'],
  },
  Place: {
    source: ['/sources/b'],
    telephone: ['+31 999 123456'],
    email: ['fietspomp@duur.example'],
    url: [link],
    image: [[link]],
    wheelchair: ['yes', 'no'],
    knowsLanguage: [['nl', 'en']],
    paymentAccepted: [['fietspomp', 'pin']],
    sameAs: [[link]],
  },
  Product: {
    sku: ['fietspomp'],
    source: ['/sources/b'],
    image: [[link]],
    url: [link],
    isVariantOf: [{ type: 'ProductGroup', productGroupID: 'fietspomp' }],
    energyLabel: ['A+++', 'G'],
    statement: [[{ type: 'ProductStatement', source: '/sources/b', name: 'Fietspomp fietspomp' }]],
  },
  Offer: {
    gtin: [elsewhere],
    sku: ['fietspomp'],
    source: ['/sources/b'],
    price: ['0.01', '9999.00'],
    priceCurrency: ['USD'],
    salePrice: ['0.01'],
    saleFrom: ['2026-01-01T00:00:00Z'],
    saleThrough: ['2026-12-31T00:00:00Z'],
    stock: [1, 100_000, 'unlimited'],
    fulfilment: [['Buy'], ['Buy', 'Reserve', 'OrderIn']],
    readyWithin: ['PT5M', 'P30D'],
    itemCondition: ['NewCondition', 'UsedCondition'],
    url: [link],
  },
  Service: {
    source: ['/sources/b'],
    image: [link],
    url: [link],
    price: ['0.01', '9999.00'],
    priceCurrency: ['USD'],
    duration: ['PT5M'],
    bookingUrl: [link],
  },
  Event: {
    source: ['/sources/b'],
    image: [link],
    url: [link],
  },
  ParcelPoint: {
    source: ['/sources/b'],
    url: [link],
    largestParcel: [{ type: 'ParcelSize', lengthCm: 100, widthCm: 100, heightCm: 100 }],
    weightMaxKg: ['30'],
    room: [[{ type: 'ParcelRoom', sizeClass: 'L', roomLeft: 100, observedAt: '2026-03-01T03:00:00Z' }]],
  },
};

const rivals = [
  source('b', { lastCompleteDelivery: '2026-03-01T03:00:00Z' }),
  place('ander', { north: 400 }),
  product(bell, 'Fietspomp'),
  offer(bell, 'ander', { source: '/sources/b', price: '5.00', priceCurrency: 'EUR' }),
] as const;

const scores = ({ results }: SearchAnswer): unknown =>
  results.map((result) => [
    result.id,
    result.explain,
    ...(result.type === 'product' ? result.offers.map(({ id, explain }) => [id, explain]) : []),
  ]);
const ask = (town: TestTown): Promise<SearchAnswer> => town.ask({ q: 'fietspomp', ...atCentre, explain: '1' });
const kinds = Object.keys(things) as FoundKind[];

const saidIn = (language: 'nl' | 'en'): string => {
  const { terms, order } = explainRanking(language);
  return [...terms.map(({ means }) => means), ...order].join('\n');
};

describe('what moves a result', () => {
  it.each(kinds)('is said in words for a %s', (kind) => {
    const [dutch, english] = [saidIn('nl'), saidIn('en')];
    const unsaid = Object.entries(inputs[kind]).filter(([, [nl, en]]) => !dutch.includes(nl) || !english.includes(en));
    expect(unsaid).toEqual([]);
  });

  it.each(kinds)('is known for every property of a %s', (kind) => {
    const known = [...Object.keys(inputs[kind]), ...Object.keys(others[kind])];
    expect(known.toSorted()).toEqual(
      propertiesOf(kindModels[kind])
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(kinds.flatMap((kind) => Object.entries(others[kind]).map(([name, values]) => ({ kind, name, values }))))(
    'is not $name of a $kind',
    async ({ kind, name, values }) => {
      await using town = createTestTown();
      await town.put(...rivals, ...Object.values(things));
      const before = scores(await ask(town));
      for (const value of values) {
        await town.put({ ...things[kind], [name]: value });
        expect(scores(await ask(town))).toEqual(before);
      }
    },
  );

  it.each([
    ['Product', { name: 'Fietspomp met heel veel andere woorden erbij' }],
    ['Offer', { availability: 'BackOrder' }],
    ['Offer', { observedAt: '2026-03-02T03:00:00Z' }],
    ['Place', { geo: { ...things.Place.geo, latitude: 52.45 } }],
    ['Place', { openingHours: 'Mo-Su 08:00-20:00' }],
    ['Source', { lastCompleteDelivery: '2026-03-02T03:00:00Z' }],
    ['Event', { name: 'Dag van de wind' }],
  ] as const)('is a %s with %o', async (kind, change) => {
    await using town = createTestTown();
    await town.put(...rivals, ...Object.values(things));
    const before = scores(await ask(town));
    await town.put({ ...things[kind], ...change });
    expect(scores(await ask(town))).not.toEqual(before);
  });
});
