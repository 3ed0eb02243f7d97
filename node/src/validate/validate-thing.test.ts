import type { Kind } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { validateIssues } from './issue-codes.ts';
import { validateThing } from './validate-thing.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

const offer = {
  id: '/offers/09520000000011.a',
  type: 'Offer',
  itemOffered: '/products/09520000000011',
  gtin: '09520000000011',
  availableAtOrFrom: '/places/a',
  availability: 'InStock',
  source: '/sources/s',
  observedAt: '2026-11-20T10:00:00Z',
  price: '12.95',
  priceCurrency: 'EUR',
};
const place = {
  id: '/places/a',
  type: 'Place',
  name: 'A',
  address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { type: 'GeoCoordinates', latitude: 52, longitude: 6, accuracy: 'exact' },
  placeKind: 'shop=yes',
  openingHours: 'unknown',
  source: '/sources/s',
};
const event = {
  id: '/events/a.b',
  type: 'Event',
  name: 'B',
  location: '/places/a',
  startDate: '2026-12-01T20:00:00+01:00',
  source: '/sources/s',
};

const codesOf = (kind: Kind, data: Readonly<Record<string, unknown>>): string[] =>
  validateThing(kind, data, 1, now).map(({ code, field }) => `${code} ${field}`);

describe('validateThing', () => {
  it('has nothing against what is right', () => {
    expect([...codesOf('Offer', offer), ...codesOf('Place', place), ...codesOf('Event', event)]).toEqual([]);
  });

  it.each<[string, Kind, Readonly<Record<string, unknown>>, string]>([
    ['a missing property', 'Offer', { ...offer, availability: undefined }, 'value-missing availability'],
    ['a price without currency', 'Offer', { ...offer, priceCurrency: undefined }, 'value-missing priceCurrency'],
    ['a negative price', 'Offer', { ...offer, price: '-1.00' }, 'value-invalid price'],
    ['an unknown word', 'Offer', { ...offer, availability: 'Sometimes' }, 'value-invalid availability'],
    ['a time without offset', 'Event', { ...event, startDate: '2026-12-01T20:00:00' }, 'value-invalid startDate'],
    [
      'a wrong check digit',
      'Product',
      { id: '/products/09520000000012', type: 'Product', gtin: '09520000000012', source: '/sources/s' },
      'value-invalid gtin',
    ],
    ['an unknown currency', 'Offer', { ...offer, priceCurrency: 'EUX' }, 'currency-unknown priceCurrency'],
    ['a sale price as high as the price', 'Offer', { ...offer, salePrice: '12.95' }, 'sale-price-higher salePrice'],
    [
      'a sale that ends before it starts',
      'Offer',
      { ...offer, salePrice: '1.00', saleFrom: '2026-11-02T00:00:00Z', saleThrough: '2026-11-01T00:00:00Z' },
      'end-before-start saleThrough',
    ],
    [
      'an event that ends before it starts',
      'Event',
      { ...event, endDate: '2026-12-01T18:00:00+00:00' },
      'end-before-start endDate',
    ],
    ['0, 0', 'Place', { ...place, geo: { ...place.geo, latitude: 0, longitude: 0 } }, 'point-zero geo'],
    [
      'a place out of the world',
      'Place',
      { ...place, geo: { ...place.geo, latitude: 91 } },
      'value-invalid geo.latitude',
    ],
    [
      'an offer at a product',
      'Offer',
      { ...offer, availableAtOrFrom: '/products/x' },
      'reference-foreign availableAtOrFrom',
    ],
    [
      'an offer at another node',
      'Offer',
      { ...offer, availableAtOrFrom: 'https://other.example/places/a' },
      'reference-foreign availableAtOrFrom',
    ],
  ])('reports %s', (_what, kind, data, expected) => {
    expect(codesOf(kind, data)).toContain(expected);
  });

  it('allows a clock that is a day ahead, and no more', () => {
    expect(codesOf('Offer', { ...offer, observedAt: '2026-11-21T12:00:00Z' })).toEqual([]);
    expect(codesOf('Offer', { ...offer, observedAt: '2026-11-21T12:00:01Z' })).toEqual([
      'observed-in-future observedAt',
    ]);
  });

  it('reports all that the model finds at once', () => {
    expect(codesOf('Offer', { ...offer, price: 'x', availability: 'y', gtin: 'z' }).length).toBe(3);
  });

  it('has a sentence and a way out for every code', () => {
    for (const { wrong, todo } of Object.values(validateIssues))
      expect(`${wrong}. ${todo}.`).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
  });
});
