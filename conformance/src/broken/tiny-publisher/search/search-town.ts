import type { ThingData } from '@openstraat/spec';
import { tinyOrigin, type TinyThing } from '../town.ts';

const at = (path: string): string => `${tinyOrigin}/${path}`;

const place = (
  key: string,
  name: string,
  placeKind: string,
  where: { readonly latitude: number; readonly longitude: number; readonly town?: string; readonly postalCode: string },
  more: Partial<ThingData['Place']>,
): TinyThing => ({
  kind: 'Place',
  data: {
    id: at(`places/${key}`),
    type: 'Place',
    name,
    address: {
      type: 'PostalAddress',
      streetAddress: 'Dorpsstraat 1',
      postalCode: where.postalCode,
      addressLocality: where.town ?? 'Waterveen',
      addressCountry: 'NL',
    },
    geo: { type: 'GeoCoordinates', latitude: where.latitude, longitude: where.longitude, accuracy: 'exact' },
    placeKind,
    openingHours: 'unknown',
    source: at('sources/places'),
    ...more,
  },
});

const product = (gtin: string, name: string, brand: string, category: string): TinyThing => ({
  kind: 'Product',
  data: {
    id: at(`products/${gtin}`),
    type: 'Product',
    gtin,
    name,
    brand: { type: 'Brand', name: brand },
    category,
    source: at('sources/buurtwinkel-feed'),
  },
});

const offer = (gtin: string, placeKey: string, more: Partial<ThingData['Offer']>): TinyThing => ({
  kind: 'Offer',
  data: {
    id: at(`offers/${gtin}.${placeKey}`),
    type: 'Offer',
    itemOffered: at(`products/${gtin}`),
    gtin,
    availableAtOrFrom: at(`places/${placeKey}`),
    availability: 'InStock',
    source: at('sources/buurtwinkel-feed'),
    observedAt: '2026-03-07T07:00:00+01:00',
    price: '4.50',
    priceCurrency: 'EUR',
    fulfilment: ['Buy'],
    ...more,
  },
});

const sweets = 'Food, Beverages & Tobacco > Food Items > Candy & Chocolate';

/** What a tiny town has besides, when it can be searched: several points, hours, prices and ways to get things. */
export const searchTown: readonly TinyThing[] = [
  {
    kind: 'Source',
    data: {
      id: at('sources/buurtwinkel-feed'),
      type: 'Source',
      name: 'What the neighbours sell',
      place: [at('places/buurtwinkel'), at('places/dorpswinkel'), at('places/ijzerhandel')],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: 'Buurtwinkel, Waterveen',
      lastCompleteDelivery: '2026-03-06T05:00:00Z',
    },
  },
  place(
    'buurtwinkel',
    'Buurtwinkel Zoetveen',
    'shop=convenience',
    { latitude: 52.0951, longitude: 5.1203, postalCode: '1234 AB' },
    { openingHours: '24/7' },
  ),
  place(
    'dorpswinkel',
    'Dorpswinkel Verweg',
    'shop=general',
    { latitude: 52.162, longitude: 5.204, town: 'Hoogveen', postalCode: '1299 XZ' },
    { openingHours: 'Mo-Sa 09:00-18:00', brandCarried: ['Kettingaar'], categoryCarried: ['fietspompen'] },
  ),
  place(
    'ijzerhandel',
    'IJzerhandel Dicht',
    'shop=hardware',
    { latitude: 52.0912, longitude: 5.1234, postalCode: '1234 CD' },
    {
      openingHours: '24/7',
      specialOpeningHoursSpecification: [
        { type: 'OpeningHoursSpecification', validFrom: '2026-03-01', validThrough: '2026-03-31' },
      ],
      brandCarried: ['Kettingaar', 'Moerman'],
    },
  ),
  product('09520000000066', 'Crème brûlée', 'Zoetveen', sweets),
  product('09520000000073', 'Drop en toffee', 'Zoetveen', sweets),
  product('09520000000080', 'Hamer', 'Moerman', 'Hardware > Tools > Hammers'),
  product('09520000000097', 'Bandenplakset', 'Veenrijder', 'Sporting Goods > Cycling'),
  offer('09520000000066', 'buurtwinkel', {
    price: '6.00',
    salePrice: '4.95',
    saleFrom: '2026-03-01T00:00:00+01:00',
    saleThrough: '2026-03-31T23:59:59+02:00',
    fulfilment: ['Buy', 'Reserve'],
  }),
  offer('09520000000066', 'dorpswinkel', {
    price: '5.50',
    salePrice: '1.00',
    saleThrough: '2026-02-01T00:00:00+01:00',
  }),
  offer('09520000000073', 'buurtwinkel', { availability: 'LimitedAvailability', price: '2.10' }),
  offer('09520000000073', 'dorpswinkel', { availability: 'OutOfStock', price: '2.00' }),
  offer('09520000000080', 'ijzerhandel', { price: '19.00', priceCurrency: 'USD', fulfilment: ['OrderIn'] }),
  offer('09520000000097', 'ijzerhandel', { availability: 'MadeToOrder', fulfilment: ['OrderIn'] }),
  offer('09520000000097', 'dorpswinkel', { price: '3.95' }),
  {
    kind: 'Event',
    data: {
      id: at('events/voorbij'),
      type: 'Event',
      name: 'Gratis proeverij',
      location: at('places/buurtwinkel'),
      startDate: '2026-03-01T10:00:00+01:00',
      endDate: '2026-03-01T12:00:00+01:00',
      source: at('sources/places'),
    },
  },
];
