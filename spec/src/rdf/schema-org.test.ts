import { expect, test } from 'vitest';
import { thingExamples } from '../examples/index.ts';
import { kinds } from '../models/define-kind.ts';
import { schemaOrg } from './schema-org.ts';

test.each(kinds)('%s holds no own terms', (kind) => {
  const text = JSON.stringify(schemaOrg(thingExamples[kind].full));
  expect(text).not.toMatch(/openstraat|"os:|Accuracy|observedAt|ParcelPoint"|ProductStatement|salePrice"/);
  expect(JSON.parse(text)).toMatchObject({ '@context': 'https://schema.org', '@id': thingExamples[kind].full.id });
});

test('an offer has its stock, both prices, and things as references', () => {
  expect(schemaOrg(thingExamples.Offer.full)).toEqual({
    '@context': 'https://schema.org',
    '@id': 'https://waterveen.example/offers/09520000000011.de-ketting',
    '@type': 'Offer',
    itemOffered: { '@id': 'https://waterveen.example/products/09520000000011' },
    gtin: '09520000000011',
    sku: 'VR-7-55',
    availableAtOrFrom: { '@id': 'https://waterveen.example/places/de-ketting' },
    availability: 'https://schema.org/InStock',
    price: '749.00',
    priceCurrency: 'EUR',
    itemCondition: 'https://schema.org/NewCondition',
    url: 'https://de-ketting.example/p/vr-7',
    inventoryLevel: { '@type': 'QuantitativeValue', value: 3 },
    priceSpecification: [
      {
        '@type': 'UnitPriceSpecification',
        price: '699.5',
        priceCurrency: 'EUR',
        validFrom: '2026-03-01T00:00:00+01:00',
        validThrough: '2026-03-31T23:59:59+02:00',
      },
      {
        '@type': 'UnitPriceSpecification',
        priceType: 'https://schema.org/ListPrice',
        price: '749.00',
        priceCurrency: 'EUR',
      },
    ],
  });
});

test('unknown availability and unlimited stock have no word there', () => {
  const document = schemaOrg(thingExamples.Offer.minimal);
  expect(document).not.toHaveProperty('availability');
  expect(document).not.toHaveProperty('inventoryLevel');
});

test('a place has its languages, simple hours and closures', () => {
  expect(schemaOrg(thingExamples.Place.full)).toMatchObject({
    '@type': ['Place', 'BicycleStore'],
    geo: { '@type': 'GeoCoordinates', latitude: 52.0911234, longitude: 5 },
    description: [
      { '@language': 'nl', '@value': 'Nieuwe en gebruikte fietsen.\nOok onderdelen.' },
      { '@language': 'en' },
      { '@language': 'nds-NL' },
    ],
    openingHours: ['Mo-We,Fr 09:00-18:00', 'Th 09:00-21:00', 'Sa 09:00-17:00'],
    specialOpeningHoursSpecification: [{ validFrom: '2026-07-27', opens: '00:00', closes: '00:00' }],
  });
  expect(schemaOrg(thingExamples.Place.minimal)).not.toHaveProperty('openingHours');
});

test('own classes become the nearest that schema.org has', () => {
  expect(schemaOrg(thingExamples.ParcelPoint.full)['@type']).toBe('Place');
  expect(schemaOrg(thingExamples.Area.minimal)['@type']).toBe('Place');
  expect(schemaOrg({ ...thingExamples.Area.minimal, type: ['Area', 'AdministrativeArea'] })['@type']).toBe(
    'AdministrativeArea',
  );
});
