import { expect, test } from 'vitest';
import { offerExample } from '../examples/offer.ts';
import { placeExample } from '../examples/place.ts';
import { productMinimal } from '../examples/product.ts';
import { checkThing } from './check-thing.ts';

const codes = (kind: Parameters<typeof checkThing>[0], data: unknown): readonly string[] =>
  checkThing(kind, data).map(({ path, code }) => `${path} ${code}`);

test('all that is wrong is told at once', () => {
  const broken = {
    ...placeExample,
    name: {},
    description: { NL: 'hoofdletters' },
    telephone: '0'.repeat(41),
    image: ['ftp://elsewhere.example/x.jpg'],
    geo: { type: 'GeoCoordinates', latitude: 90.1, accuracy: 'roughly' },
  };
  expect(codes('Place', broken)).toEqual([
    'name property-format',
    'geo.latitude property-out-of-range',
    'geo.longitude property-missing',
    'geo.accuracy property-not-listed',
    'description.NL property-format',
    'telephone property-too-long',
    'image.0 property-format',
  ]);
});

test('limits hold at the limit and not one past it', () => {
  expect(codes('Place', { ...placeExample, telephone: '0'.repeat(40) })).toEqual([]);
  expect(codes('Place', { ...placeExample, geo: { ...placeExample.geo, latitude: 90, longitude: -180 } })).toEqual([]);
  expect(codes('Place', { ...placeExample, image: Array.from({ length: 21 }, () => 'https://x.example/') })).toEqual([
    'image property-too-long',
  ]);
  expect(codes('Place', { ...placeExample, image: [] })).toEqual(['image property-too-short']);
});

test.each([
  ['09520000000011', []],
  ['09520000000012', ['gtin property-format']],
  ['9520000000011', ['gtin property-format']],
])('GTIN %s: %j', (gtin, expected) => {
  expect(codes('Product', { ...productMinimal, gtin })).toEqual(expected);
});

test.each([
  ['PT0.5S', []],
  ['P1W', ['readyWithin property-format']],
  ['P', ['readyWithin property-format']],
  ['PT', ['readyWithin property-format']],
])('duration %s: %j', (readyWithin, expected) => {
  expect(codes('Offer', { ...offerExample, readyWithin })).toEqual(expected);
});

test.each([
  [0, []],
  ['unlimited', []],
  [-1, ['stock property-out-of-range']],
  [1.5, ['stock property-type']],
  ['many', ['stock property-not-listed']],
])('stock %j: %j', (stock, expected) => {
  expect(codes('Offer', { ...offerExample, stock })).toEqual(expected);
});

test('names that JSON-LD would read otherwise are refused, and others let through', () => {
  const address = { ...placeExample.address, id: 'https://elsewhere.example/' };
  expect(
    codes('Place', {
      ...placeExample,
      '@context': 'x',
      parking: 2,
      kind: 'x',
      data: {},
      price: '3',
      '@graph': [],
      'schema:award': 'x',
      address,
    }),
  ).toEqual([
    'data property-elsewhere',
    'price property-elsewhere',
    '@graph property-name',
    'schema:award property-name',
    'address.id property-elsewhere',
  ]);
});

test.each([null, 'text', []])('%j is no thing', (data) => {
  expect(codes('Offer', data)).toEqual([' property-type']);
});
