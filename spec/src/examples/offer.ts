import type { Offer } from '../models/index.ts';

export const offerExample: Offer = {
  id: 'https://waterveen.example/offers/09520000000011.de-ketting',
  type: 'Offer',
  itemOffered: 'https://waterveen.example/products/09520000000011',
  gtin: '09520000000011',
  sku: 'VR-7-55',
  availableAtOrFrom: 'https://waterveen.example/places/de-ketting',
  availability: 'InStock',
  source: 'https://waterveen.example/sources/de-ketting-feed',
  observedAt: '2026-03-02T06:00:00+01:00',
  price: '749.00',
  priceCurrency: 'EUR',
  salePrice: '699.5',
  saleFrom: '2026-03-01T00:00:00+01:00',
  saleThrough: '2026-03-31T23:59:59+02:00',
  stock: 3,
  fulfilment: ['Buy', 'Reserve'],
  readyWithin: 'PT2H30M',
  itemCondition: 'NewCondition',
  url: 'https://de-ketting.example/p/vr-7',
};

export const offerMinimal: Offer = {
  id: 'https://waterveen.example/offers/rijwielhal.4711.rijwielhal',
  type: 'Offer',
  itemOffered: 'https://waterveen.example/products/rijwielhal.4711',
  sku: '4711',
  availableAtOrFrom: 'https://waterveen.example/places/rijwielhal',
  availability: 'Unknown',
  source: 'https://waterveen.example/sources/rijwielhal-kassa',
  observedAt: '2026-03-01T17:12:45Z',
  stock: 'unlimited',
};
