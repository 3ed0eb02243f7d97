import type { Kind, ThingData } from '@openstraat/spec';

/** Where the tiny publisher lives; nobody else does. */
export const tinyOrigin = 'https://waterveen.example';

/** A thing of the tiny town. */
export type TinyThing = { readonly [K in Kind]: { readonly kind: K; readonly data: ThingData[K] } }[Kind];

const at = (path: string): string => `${tinyOrigin}/${path}`;
const openData = 'https://creativecommons.org/licenses/by/4.0/';

const sources: readonly TinyThing[] = [
  {
    kind: 'Source',
    data: {
      id: at('sources/places'),
      type: 'Source',
      name: 'Places of Waterveen',
      license: 'https://opendatacommons.org/licenses/odbl/1-0/',
      attribution: '© OpenStreetMap contributors',
    },
  },
  ...['de-ketting', 'rijwielhal'].map((shop): TinyThing => ({
    kind: 'Source',
    data: {
      id: at(`sources/${shop}-feed`),
      type: 'Source',
      name: `What ${shop} sells`,
      place: [at(`places/${shop}`)],
      license: openData,
      attribution: `${shop}, Waterveen`,
      lastCompleteDelivery: '2026-03-08T05:00:00Z',
    },
  })),
];

const placeOf = (key: string, name: string, placeKind: string): TinyThing => ({
  kind: 'Place',
  data: {
    id: at(`places/${key}`),
    type: 'Place',
    name,
    address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
    geo: { type: 'GeoCoordinates', latitude: 52.09, longitude: 5.12, accuracy: 'exact' },
    placeKind,
    openingHours: key === 'station' ? 'unknown' : 'Mo-Sa 09:00-18:00',
    source: at('sources/places'),
  },
});

const places: readonly TinyThing[] = [
  placeOf('de-ketting', 'Fietsenwinkel De Ketting', 'shop=bicycle'),
  placeOf('rijwielhal', 'Rijwielhal "De <Vrije> Wiel" & Zn.', 'shop=bicycle'),
  placeOf('station', 'Station Waterveen', 'railway=station'),
];

const gtins = ['09520000000011', '09520000000028', '09520000000035', '09520000000042', '09520000000059'] as const;

const products: readonly TinyThing[] = [
  ...gtins.map((gtin, index): TinyThing => ({
    kind: 'Product',
    data: {
      id: at(`products/${gtin}`),
      type: 'Product',
      gtin,
      name: `Veenrijder ${index + 1}`,
      source: at('sources/de-ketting-feed'),
      // Two sources state the first one; what is shown is what the fuller statement says.
      ...(index === 0
        ? {
            brand: { type: 'Brand' as const, name: 'Veenrijder' },
            statement: [
              {
                type: 'ProductStatement' as const,
                source: at('sources/de-ketting-feed'),
                name: 'Veenrijder 1',
                brand: { type: 'Brand' as const, name: 'Veenrijder' },
              },
              { type: 'ProductStatement' as const, source: at('sources/rijwielhal-feed'), name: 'VEENRIJDER' },
            ],
          }
        : {}),
    },
  })),
  {
    kind: 'Product',
    data: {
      id: at('products/rijwielhal.4711'),
      type: 'Product',
      sku: '4711',
      name: { nl: 'Fietsbel', en: 'Bicycle bell' },
      source: at('sources/rijwielhal-feed'),
    },
  },
];

const offerOf = (product: string, place: string, more: Partial<ThingData['Offer']>): TinyThing => ({
  kind: 'Offer',
  data: {
    id: at(`offers/${product}.${place}`),
    type: 'Offer',
    itemOffered: at(`products/${product}`),
    ...(product.startsWith('0952') ? { gtin: product } : { sku: product.split('.')[1] ?? product }),
    availableAtOrFrom: at(`places/${place}`),
    availability: 'InStock',
    source: at(`sources/${place}-feed`),
    observedAt: '2026-03-07T06:00:00+01:00',
    price: '749.00',
    priceCurrency: 'EUR',
    ...more,
  },
});

const offers: readonly TinyThing[] = [
  ...gtins.map((gtin, index) => offerOf(gtin, 'de-ketting', { stock: index })),
  offerOf('09520000000011', 'rijwielhal', { salePrice: '699.50', stock: 'unlimited' }),
  offerOf('rijwielhal.4711', 'rijwielhal', { availability: 'Unknown' }),
];

const others: readonly TinyThing[] = [
  {
    kind: 'Area',
    data: {
      id: at('areas/waterveen'),
      type: 'Area',
      name: 'Waterveen',
      source: at('sources/places'),
      municipalityCode: 'NL-GM9999',
    },
  },
  {
    kind: 'ParcelPoint',
    data: {
      id: at('parcel-points/station'),
      type: 'ParcelPoint',
      containedInPlace: at('places/station'),
      carrier: ['Pakketveer'],
      parcelService: ['collect'],
      openingHours: '24/7',
      source: at('sources/places'),
    },
  },
  {
    kind: 'Service',
    data: {
      id: at('services/de-ketting.onderhoudsbeurt'),
      type: 'Service',
      name: { nl: 'Onderhoudsbeurt', en: 'Bicycle service' },
      provider: at('places/de-ketting'),
      source: at('sources/places'),
      price: '45',
      priceCurrency: 'EUR',
    },
  },
  {
    kind: 'Event',
    data: {
      id: at('events/de-ketting.fietskeuring'),
      type: 'Event',
      name: 'Gratis fietskeuring',
      location: at('places/de-ketting'),
      startDate: '2026-04-18T10:00:00+02:00',
      endDate: '2026-04-18T16:00:00+02:00',
      source: at('sources/places'),
    },
  },
];

/** Everything that the tiny town has: few things, and some of each kind. */
export const tinyTown: readonly TinyThing[] = [...sources, ...places, ...products, ...offers, ...others];

/** Offers that a well-behaved publisher changes and deletes while it is tested. */
export const tinyChanges = {
  changed: at('offers/09520000000028.de-ketting'),
  deleted: at('offers/09520000000059.de-ketting'),
} as const;
