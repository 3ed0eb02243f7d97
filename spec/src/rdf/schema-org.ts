import type { Kind, ObjectModel } from '../models/define-kind.ts';
import { kindModels, type PropertyModel, propertiesOf, type Thing } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { simpleOpeningHours } from './simple-opening-hours.ts';

/** JSON-LD that needs no other context than schema.org's: for a `<script>` in a page. */
export interface SchemaOrgDocument {
  readonly '@context': 'https://schema.org';
  readonly [name: string]: unknown;
}
type JsonObject = Readonly<Record<string, unknown>>;

const schemaPrefix = 'schema:';
const isSchema = (iri: string): boolean => iri.startsWith(schemaPrefix);
const schemaName = (iri: string): string => iri.slice(schemaPrefix.length);

/** The nearest class of schema.org for kinds that have their own. */
const standIns: Readonly<Record<string, string>> = { Area: 'Place', ParcelPoint: 'Place', Source: 'Dataset' };
/** Properties of other vocabularies that schema.org has under another IRI. */
const otherNames: Readonly<Record<string, string>> = { 'dcterms:license': 'license', 'os:attribution': 'creditText' };

const languageValue = (value: unknown): unknown => {
  if (typeof value === 'string') return value;
  const texts = Object.entries(value as Readonly<Record<string, string>>).map(([language, text]) => ({
    '@language': language,
    '@value': text,
  }));
  return texts.length === 1 ? texts[0] : texts;
};

const termValue = (property: PropertyModel, value: string): unknown => {
  const iri = property.terms?.[value];
  return iri === undefined || !isSchema(iri) ? undefined : `https://schema.org/${schemaName(iri)}`;
};

const oneValue = (property: PropertyModel, value: unknown): unknown => {
  switch (property.range) {
    case 'languageText':
      return languageValue(value);
    case 'term':
      return termValue(property, value as string);
    case 'node':
      return nestedObject(nestedModelOf(property), value as JsonObject);
    case 'iri':
      // Addresses of pages and pictures are values; others name a thing.
      return ['url', 'image', 'sameAs', 'license'].includes(property.name) ? value : { '@id': value };
    default:
      return value;
  }
};

const propertyEntries = (model: ObjectModel, data: JsonObject): readonly (readonly [string, unknown])[] =>
  propertiesOf(model).flatMap((property) => {
    const value = data[property.name];
    const name = isSchema(property.iri) ? schemaName(property.iri) : otherNames[property.iri];
    if (value === undefined || name === undefined) return [];
    const written = Array.isArray(value)
      ? value.map((item: unknown) => oneValue(property, item)).filter((item) => item !== undefined)
      : oneValue(property, value);
    return written === undefined ? [] : [[name, written] as const];
  });

const nestedObject = (model: ObjectModel, data: JsonObject): JsonObject => ({
  '@type': model.name,
  ...Object.fromEntries(propertyEntries(model, data)),
  // A day on which a place is closed opens and closes at midnight. Source: Google, structured data for local businesses.
  ...(model.name === 'OpeningHoursSpecification' ? { opens: '00:00', closes: '00:00' } : {}),
});

const typesOf = (model: ObjectModel, type: unknown): string | readonly string[] => {
  const names = (Array.isArray(type) ? (type as readonly string[]) : [type as string]).flatMap((name) => {
    const iri = model.types[name] ?? '';
    return isSchema(iri) ? [schemaName(iri)] : [];
  });
  return names.length === 0 ? (standIns[model.name] ?? 'Thing') : names.length === 1 ? (names[0] ?? 'Thing') : names;
};

const priceSpecification = (data: JsonObject): JsonObject => {
  const { price, priceCurrency, salePrice, saleFrom, saleThrough } = data;
  if (salePrice === undefined) return {};
  const period = {
    ...(saleFrom === undefined ? {} : { validFrom: saleFrom }),
    ...(saleThrough === undefined ? {} : { validThrough: saleThrough }),
  };
  return {
    priceSpecification: [
      { '@type': 'UnitPriceSpecification', price: salePrice, priceCurrency, ...period },
      { '@type': 'UnitPriceSpecification', priceType: 'https://schema.org/ListPrice', price, priceCurrency },
    ],
  };
};

const inventoryLevel = ({ stock }: JsonObject): JsonObject =>
  typeof stock === 'number' ? { inventoryLevel: { '@type': 'QuantitativeValue', value: stock } } : {};

const openingHours = (data: JsonObject): JsonObject => {
  const simple = typeof data['openingHours'] === 'string' ? simpleOpeningHours(data['openingHours']) : undefined;
  return simple === undefined || simple.length === 0 ? {} : { openingHours: simple };
};

/**
 * A thing in schema.org's words alone: what has no word there is left out.
 * @param data has passed its checks, and its addresses are absolute
 */
export const schemaOrg = (data: Thing): SchemaOrgDocument => {
  const kind: Kind = Array.isArray(data.type) ? data.type[0] : data.type;
  const model = kindModels[kind];
  const wire: JsonObject = { ...data };
  return {
    '@context': 'https://schema.org',
    '@id': data.id,
    '@type': typesOf(model, data.type),
    ...Object.fromEntries(propertyEntries(model, wire)),
    ...openingHours(wire),
    ...inventoryLevel(wire),
    ...priceSpecification(wire),
  };
};
