import { z } from 'zod';
import { type Constraint, nestedModels, type ObjectModel } from '../models/define-kind.ts';
import { type PropertyModel, propertiesOf } from '../models/index.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { type RootModel, rootModels } from './models.ts';
import { turtleBlock, turtlePrefixes, turtleText } from './turtle.ts';

const shapeName = (name: string): string => `os:${name}Shape`;

const datatypes = {
  decimal: 'xsd:decimal',
  date: 'xsd:date',
  dateTime: 'xsd:dateTime',
  duration: 'xsd:duration',
  wkt: 'geosparql:wktLiteral',
  boolean: 'xsd:boolean',
  json: 'rdf:JSON',
} as const;

/** JSON Schema of one value: it has the pattern and the limits of the Zod schema as data. */
const limitsOf = (value: z.ZodType): z.core.JSONSchema.JSONSchema => z.toJSONSchema(value, { io: 'input' });

const textLimits = (value: z.ZodType): readonly string[] => {
  const { pattern, maxLength } = limitsOf(value);
  return [
    'sh:datatype xsd:string',
    // XPath's regular expressions have no escaped slash.
    ...(pattern === undefined ? [] : [`sh:pattern ${turtleText(pattern.replaceAll(String.raw`\/`, '/'))}`]),
    ...(maxLength === undefined ? [] : [`sh:maxLength ${maxLength}`]),
  ];
};

const numberLimits = (datatype: string, value: z.ZodType): readonly string[] => {
  const { minimum, maximum } = limitsOf(value);
  return [
    `sh:datatype ${datatype}`,
    ...(minimum === undefined ? [] : [`sh:minInclusive ${minimum}`]),
    ...(maximum === undefined ? [] : [`sh:maxInclusive ${maximum}`]),
  ];
};

const valueStatements = (property: PropertyModel): readonly string[] => {
  const { range, value } = property;
  switch (range) {
    case 'iri':
      return ['sh:nodeKind sh:IRI'];
    case 'term':
      return [`sh:in ( ${Object.values(property.terms ?? {}).join(' ')} )`];
    case 'text':
      return textLimits(value);
    case 'languageText':
      return ['sh:or ( [ sh:datatype xsd:string ] [ sh:datatype rdf:langString ] )', 'sh:uniqueLang true'];
    case 'integer':
      return numberLimits('xsd:integer', value);
    case 'double':
      return numberLimits('xsd:double', value);
    case 'integerOrText':
      return ['sh:or ( [ sh:datatype xsd:integer ; sh:minInclusive 0 ] [ sh:in ( "unlimited" ) ] )'];
    case 'node': {
      const model = nestedModelOf(property);
      return [`sh:node ${shapeName(model.name)}`, `sh:class ${model.classIri}`];
    }
    case 'decimal':
      return [`sh:datatype ${datatypes.decimal}`, 'sh:minInclusive 0'];
    default:
      return [`sh:datatype ${datatypes[range]}`];
  }
};

/** A text has as many values as languages. */
const takesOne = ({ several, range }: PropertyModel): boolean => !several && range !== 'languageText';

const propertyShape = (property: PropertyModel): string =>
  `sh:property [ ${[
    `sh:path ${property.iri}`,
    `sh:description ${turtleText(property.comment)}`,
    ...(property.required ? ['sh:minCount 1'] : []),
    ...(takesOne(property) ? ['sh:maxCount 1'] : []),
    ...valueStatements(property),
  ].join(' ; ')} ]`;

/** A shape of its own, because engines differ on what two `sh:or` in one shape mean, and with the rule as its message. */
const constraintShape = (model: RootModel, constraint: Constraint, at: number): string => {
  const iris = new Map(propertiesOf(model).map(({ name, iri }) => [name, iri]));
  const count = (name: string, says: string): string => `sh:property [ sh:path ${iris.get(name) ?? ''} ; ${says} ]`;
  const choices =
    'when' in constraint
      ? [count(constraint.when, 'sh:maxCount 0'), count(constraint.needs, 'sh:minCount 1')]
      : constraint.anyOf.map((group) => group.map((name) => count(name, 'sh:minCount 1')).join(' ; '));
  return turtleBlock(shapeName(`${model.title}Rule${at + 1}`), [
    'a sh:NodeShape',
    `sh:targetClass ${model.classIri}`,
    `sh:message ${turtleText(constraint.comment)}`,
    `sh:or ( ${choices.map((choice) => `[ ${choice} ]`).join(' ')} )`,
  ]);
};

const rootShape = (model: RootModel): string =>
  turtleBlock(shapeName(model.title), [
    'a sh:NodeShape',
    `sh:targetClass ${model.classIri}`,
    `rdfs:comment ${turtleText(model.comment)}`,
    'sh:nodeKind sh:IRI',
    ...propertiesOf(model).map((property) => propertyShape(property)),
  ]);

/** Nested shapes have no target: classes such as schema:Brand are everybody's, so the properties that hold them name the shape. */
const nestedShape = (model: ObjectModel): string =>
  turtleBlock(shapeName(model.name), [
    'a sh:NodeShape',
    `rdfs:comment ${turtleText(model.comment)}`,
    ...propertiesOf(model).map((property) => propertyShape(property)),
  ]);

/** SHACL shapes of every kind, of the node's description, and of what is nested in them. */
export const generateShapes = (): string =>
  [
    turtlePrefixes({
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      sh: 'http://www.w3.org/ns/shacl#',
    }),
    ...rootModels.flatMap((model) => [
      rootShape(model),
      ...model.constraints.map((constraint, at) => constraintShape(model, constraint, at)),
    ]),
    ...nestedModels.map((model) => nestedShape(model)),
  ].join('\n');
