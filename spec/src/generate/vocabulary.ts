import type { ObjectModel } from '../models/define-kind.ts';
import { type PropertyModel, propertiesOf } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { openstraatNamespace } from '../models/prefixes.ts';
import { allModels } from './models.ts';
import { turtleBlock, turtlePrefixes, turtleText } from './turtle.ts';
import { feedProperties, furtherClasses, superclasses, valueComments } from './vocabulary-notes.ts';

const isOwn = (iri: string): boolean => iri.startsWith('os:');
const label = (words: string): string =>
  words
    .replace(/^os:/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();

const ranges = {
  iri: 'rdfs:Resource',
  text: 'xsd:string',
  languageText: 'rdf:langString',
  decimal: 'xsd:decimal',
  integer: 'xsd:integer',
  double: 'xsd:double',
  boolean: 'xsd:boolean',
  date: 'xsd:date',
  dateTime: 'xsd:dateTime',
  duration: 'xsd:duration',
  wkt: 'geosparql:wktLiteral',
  integerOrText: 'rdfs:Literal',
  json: 'rdf:JSON',
  term: 'rdfs:Resource',
} as const;

const rangeOf = (property: PropertyModel): string =>
  property.range === 'node' ? nestedModelOf(property).classIri : ranges[property.range];

const isDefinedBy = `rdfs:isDefinedBy <${openstraatNamespace}>`;

const classBlock = (iri: string, comment: string): string =>
  turtleBlock(iri, [
    'a rdfs:Class',
    `rdfs:label ${turtleText(label(iri))}@en`,
    `rdfs:comment ${turtleText(comment)}@en`,
    superclasses[iri] === undefined ? undefined : `rdfs:subClassOf ${superclasses[iri]}`,
    isDefinedBy,
  ]);

interface OwnProperty {
  readonly iri: string;
  readonly comments: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
}

const ownProperties = (models: readonly ObjectModel[]): readonly OwnProperty[] => {
  const uses = models.flatMap((model) =>
    propertiesOf(model)
      .filter(({ iri }) => isOwn(iri))
      .map((property) => ({ model, property })),
  );
  return [...Map.groupBy(uses, ({ property }) => property.iri)].map(([iri, group]) => ({
    iri,
    comments: new Set(group.map(({ property }) => property.comment)),
    ranges: new Set(group.map(({ property }) => rangeOf(property))),
    domains: new Set(group.map(({ model }) => model.classIri)),
  }));
};

/** `domainIncludes`, because two `rdfs:domain` would say that a subject is both. */
const propertyBlock = ({ iri, comments, ranges: rangeIris, domains }: OwnProperty): string =>
  turtleBlock(iri, [
    'a rdf:Property',
    `rdfs:label ${turtleText(label(iri))}@en`,
    ...[...comments].map((comment) => `rdfs:comment ${turtleText(comment)}@en`),
    ...(domains.size === 0 ? [] : [`schema:domainIncludes ${[...domains].join(', ')}`]),
    `schema:rangeIncludes ${[...rangeIris].join(', ')}`,
    isDefinedBy,
  ]);

/** @throws {Error} when a value has no comment: it was added to a model and not to the notes */
const valueBlock = (iri: string, property: string): string => {
  const comment = valueComments[iri];
  if (comment === undefined) throw new Error(`${iri} has no comment in vocabulary-notes.ts`);
  return turtleBlock(iri, [
    'a schema:Enumeration',
    `rdfs:label ${turtleText(label(iri))}@en`,
    `rdfs:comment ${turtleText(comment)}@en`,
    `rdfs:seeAlso ${property}`,
    isDefinedBy,
  ]);
};

const ownValues = (models: readonly ObjectModel[]): ReadonlyMap<string, string> =>
  new Map(
    models.flatMap((model) =>
      propertiesOf(model).flatMap(({ iri, terms }) =>
        Object.values(terms ?? {})
          .filter((value) => isOwn(value))
          .map((value): [string, string] => [value, iri]),
      ),
    ),
  );

/** The own terms, in Turtle. */
export const generateVocabulary = (): string => {
  const classes = new Map([
    ...allModels.filter(({ classIri }) => isOwn(classIri)).map((model) => [model.classIri, model.comment] as const),
    ...Object.entries(furtherClasses),
  ]);
  const feed = feedProperties.map(({ iri, range, comment }) => ({
    iri,
    comments: new Set([comment]),
    ranges: new Set([range]),
    domains: new Set<string>(),
  }));
  return [
    turtlePrefixes({
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      owl: 'http://www.w3.org/2002/07/owl#',
    }),
    turtleBlock(`<${openstraatNamespace}>`, [
      'a owl:Ontology',
      'dcterms:title "Openstraat"@en',
      'dcterms:description "Terms for local shops and what they have, where schema.org and others have none."@en',
      'dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/>',
    ]),
    ...[...classes].map(([iri, comment]) => classBlock(iri, comment)),
    ...[...ownProperties(allModels), ...feed].map((property) => propertyBlock(property)),
    ...[...ownValues(allModels)].map(([iri, property]) => valueBlock(iri, property)),
  ].join('\n');
};
