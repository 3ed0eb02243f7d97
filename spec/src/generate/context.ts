import type { ObjectModel } from '../models/define-kind.ts';
import { type PropertyModel, propertiesOf } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { prefixes } from '../models/prefixes.ts';
import { allModels } from './models.ts';
import { itemDataTerm, itemTerms, pageTerms } from './feed-terms.ts';

/** A term definition of JSON-LD 1.1, as far as our context uses it. */
type TermDefinition =
  | string
  | null
  | {
      readonly '@id': string;
      readonly '@type'?: string;
      readonly '@container'?: '@language';
      readonly '@context'?: Terms;
    };
export interface Terms {
  readonly [term: string]: TermDefinition;
}

/** How JSON-LD reads the values of each range; text and integers need nothing said. */
const coercion = {
  iri: '@id',
  term: '@vocab',
  decimal: 'xsd:decimal',
  double: 'xsd:double',
  date: 'xsd:date',
  dateTime: 'xsd:dateTime',
  duration: 'xsd:duration',
  wkt: 'geosparql:wktLiteral',
  json: '@json',
} as const;
const isCoerced = (range: string): range is keyof typeof coercion => Object.hasOwn(coercion, range);

const termOf = (property: PropertyModel): TermDefinition => {
  const { iri, range, terms, scoped } = property;
  if (range === 'languageText') return { '@id': iri, '@container': '@language' };
  if (scoped === true) return { '@id': iri, '@context': termsOf(nestedModelOf(property)) };
  if (!isCoerced(range)) return iri;
  // The names of a closed list mean something only as values of their own property.
  return { '@id': iri, '@type': coercion[range], ...(terms === undefined ? {} : { '@context': terms }) };
};

/** @throws {Error} when a term would mean two things: a fault in the models */
const mergeTerms = (parts: readonly Terms[]): Terms => {
  const merged = new Map<string, TermDefinition>();
  for (const [term, definition] of parts.flatMap((part) => Object.entries(part))) {
    const known = merged.get(term);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition))
      throw new Error(`the term ${term} means both ${JSON.stringify(known)} and ${JSON.stringify(definition)}`);
    merged.set(term, definition);
  }
  return Object.fromEntries(merged);
};

const termsOf = (model: ObjectModel): Terms =>
  mergeTerms([model.types, ...propertiesOf(model).map((property) => ({ [property.name]: termOf(property) }))]);

/** Models whose terms stand at the top: not those that a property scopes to itself. */
const flatModels = (models: readonly ObjectModel[]): readonly ObjectModel[] => {
  const scoped = new Set(
    models
      .flatMap((model) => propertiesOf(model))
      .flatMap((property) => (property.scoped === true ? [nestedModelOf(property).name] : [])),
  );
  return models.filter(({ name }) => !scoped.has(name));
};

/**
 * What a feed item calls things by means nothing elsewhere: an item's `data` names the context again, and so gets rid of it.
 * Not of `data` itself, which streaming parsers look up only then: no thing may have a property of that name.
 */
const undefinedOutsideItems = (terms: Terms): Terms =>
  Object.fromEntries(
    Object.keys(itemTerms).flatMap((term) => (term in terms || term === itemDataTerm ? [] : [[term, null]])),
  );

/**
 * The terms of the one context of documents, feed pages and the node's description.
 * @throws {Error} when a term would mean two things
 */
export const contextTerms = (models: readonly ObjectModel[]): Terms => {
  const terms = mergeTerms([
    prefixes,
    { id: '@id', type: '@type' },
    ...flatModels(models).map((model) => termsOf(model)),
    pageTerms,
  ]);
  return mergeTerms([terms, undefinedOutsideItems(terms)]);
};

/** The bytes of `/context/v1.jsonld`. */
export const generateContext = (): string =>
  `${JSON.stringify(
    {
      '@context': {
        '@version': 1.1,
        ...contextTerms(allModels),
      },
    },
    undefined,
    2,
  )}\n`;
