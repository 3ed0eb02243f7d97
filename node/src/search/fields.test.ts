import { type Kind, kindModels, propertiesOf, type SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
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

/** What the ranking is told of each kind: words that are searched, and the facts that it names. Nothing else may move a result. */
const inputs: Readonly<Record<FoundKind, readonly string[]>> = {
  Source: ['lastCompleteDelivery'],
  // oxfmt-ignore
  Place: [
    'name', 'description', 'placeKind', 'address', 'carrier', 'brandCarried', 'categoryCarried',
    'geo', 'openingHours', 'specialOpeningHoursSpecification', 'timeZone',
  ],
  Product: ['name', 'brand', 'category', 'color', 'size', 'description', 'gtin'],
  Offer: ['itemOffered', 'availableAtOrFrom', 'availability', 'observedAt'],
  Service: ['name', 'description', 'provider'],
  Event: ['name', 'description', 'organizer', 'location', 'startDate', 'endDate'],
  ParcelPoint: ['name', 'containedInPlace', 'carrier', 'address', 'geo', 'openingHours', 'pointType', 'parcelService'],
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

describe('what moves a result', () => {
  it.each(kinds)('is known for every property of a %s', (kind) => {
    const known = [...inputs[kind], ...Object.keys(others[kind])];
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
