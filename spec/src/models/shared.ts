import { z } from 'zod';
import { defineNested } from './define-kind.ts';
import { isGtin } from '../protocol/gtin.ts';
import { checkedPattern, date, decimal, double, iri, languageText, node, pattern, term, text } from './property.ts';

/** How near the point is to the real door. */
export const geoAccuracies = ['exact', 'postcode', 'town'] as const;
export type GeoAccuracy = (typeof geoAccuracies)[number];

const accuracyTerms: Readonly<Record<GeoAccuracy, string>> = {
  exact: 'os:ExactAccuracy',
  postcode: 'os:PostcodeAccuracy',
  town: 'os:TownAccuracy',
};

const postalAddressModel = defineNested('PostalAddress', 'schema:PostalAddress', 'A postal address.', {
  streetAddress: text('schema:streetAddress', 'Street and house number.', 200).optional(),
  postalCode: text('schema:postalCode', 'Postcode, as the country writes it.', 20).optional(),
  addressLocality: text('schema:addressLocality', 'Town.', 100),
  addressCountry: pattern(
    'schema:addressCountry',
    'ISO 3166-1 alpha-2 code.',
    /^[A-Z]{2}$/,
    'is not a two-letter country code',
  ),
});

const geoModel = defineNested('GeoCoordinates', 'schema:GeoCoordinates', 'A point in WGS84, with its accuracy.', {
  latitude: double('schema:latitude', 'Degrees north.', -90, 90),
  longitude: double('schema:longitude', 'Degrees east.', -180, 180),
  accuracy: term('os:accuracy', 'How near the point is to the real door.', accuracyTerms),
});

const brandModel = defineNested('Brand', 'schema:Brand', 'A brand.', {
  name: languageText('schema:name', 'Name.', 200),
});

const closureModel = defineNested(
  'OpeningHoursSpecification',
  'schema:OpeningHoursSpecification',
  'Days on which a place is closed, whatever its opening hours say.',
  {
    validFrom: date('schema:validFrom', 'First day.'),
    validThrough: date('schema:validThrough', 'Last day.'),
    description: languageText('schema:description', 'Why.', 1_000).optional(),
  },
);

export const name = () => languageText('schema:name', 'Name.', 500);
export const description = () => languageText('schema:description', 'Description.');
export const source = () => iri('os:source', 'The Source that states this.');
export const url = () => iri('schema:url', 'Its own page on the web.');
export const image = () => iri('schema:image', 'A picture.');
export const price = () => decimal('schema:price', 'Price, as a decimal string.');
export const currency = () =>
  pattern('schema:priceCurrency', 'ISO 4217 code.', /^[A-Z]{3}$/, 'is not a three-letter currency code');
export const address = () => node('schema:address', 'Address.', postalAddressModel);
export const geo = () => node('schema:geo', 'Where it is.', geoModel);
export const brand = () => node('schema:brand', 'Brand.', brandModel);
export const closures = () =>
  z
    .array(node('schema:specialOpeningHoursSpecification', 'Temporary closures.', closureModel))
    .min(1)
    .max(100);
/** OSM `opening_hours` syntax, or `unknown`: unknown is not closed. */
export const openingHours = () =>
  text('os:openingHours', 'Opening hours in the syntax of OpenStreetMap, or "unknown".', 2_000);
export const telephone = () => text('schema:telephone', 'Telephone number.', 40);
export const gtin = () =>
  checkedPattern(
    'schema:gtin',
    'GTIN in its 14-digit normal form, with a valid check digit.',
    /^\d{14}$/,
    'is not a 14-digit GTIN with a valid check digit',
    isGtin,
  );
export const sku = () => text('schema:sku', "The shop's own code.", 100);
