import { utimes, writeFile } from 'node:fs/promises';
import { gtinCheckDigit } from '@openstraat/spec';

/** When test files say that they were written: a delivery has the time of its file, and runs are compared. */
const fileTime = new Date('2026-03-02T06:00:00Z');

/** Writes a delivery whose time does not depend on when the test runs. @returns its path */
export const writeDelivery = async (path: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(path, content);
  await utimes(path, fileTime, fileTime);
  return path;
};

/** The GTIN of product `index`, of 13 digits, under GS1's demonstration prefix. */
export const testGtin = (index: number): string => {
  const digits = `952${String(index).padStart(9, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
};

/** A place, as a line of our own NDJSON. */
export const placeLine = (key: string): string =>
  JSON.stringify({
    id: `/places/${key}`,
    type: ['Place', 'Store'],
    name: `Winkel ${key}`,
    address: {
      type: 'PostalAddress',
      streetAddress: 'Dorpsstraat 1',
      postalCode: '1234 AB',
      addressLocality: 'Waterveen',
      addressCountry: 'NL',
    },
    geo: { type: 'GeoCoordinates', latitude: 52.1, longitude: 6.1, accuracy: 'exact' },
    placeKind: 'shop=yes',
    openingHours: 'Mo-Sa 09:00-18:00',
  });

export const productLine = (index: number, name = `Artikel ${index}`): string =>
  JSON.stringify({ id: `/products/0${testGtin(index)}`, type: 'Product', gtin: `0${testGtin(index)}`, name });

export const offerLine = (index: number, placeKey: string, price: string): string =>
  JSON.stringify({
    id: `/offers/0${testGtin(index)}.${placeKey}`,
    type: 'Offer',
    itemOffered: `/products/0${testGtin(index)}`,
    gtin: `0${testGtin(index)}`,
    availableAtOrFrom: `/places/${placeKey}`,
    availability: 'InStock',
    observedAt: '2026-03-01T06:00:00Z',
    price,
    priceCurrency: 'EUR',
  });

export const lines = (all: Iterable<string>): string => [...all].map((line) => `${line}\n`).join('');
