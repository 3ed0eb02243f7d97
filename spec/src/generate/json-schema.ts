import { z } from 'zod';
import { type Constraint, nestedModels, type ObjectModel } from '../models/define-kind.ts';
import { nestedModelOf } from '../models/nested-model.ts';
import { propertyRegistry } from '../models/property.ts';
import { type RootModel, rootModels } from './models.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const reference = (name: string): string => `#/$defs/${name}`;

const describeProperty = (zodSchema: z.core.$ZodTypes, jsonSchema: JsonSchema): void => {
  const meta = propertyRegistry.get(zodSchema as unknown as z.ZodType);
  if (meta === undefined) return;
  if (meta.range === 'node') {
    for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword];
    jsonSchema.$ref = reference(nestedModelOf({ name: meta.iri, value: zodSchema as unknown as z.ZodType }).name);
  }
  jsonSchema.description = meta.comment;
};

const objectSchema = (model: ObjectModel): JsonSchema => {
  // What may be sent: an object is open to properties that this version does not know.
  const { $schema: _dialect, ...schema } = z.toJSONSchema(model.schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => describeProperty(zodSchema, jsonSchema),
  });
  return { description: model.comment, ...schema };
};

const constraintSchema = (constraint: Constraint): JsonSchema =>
  'when' in constraint
    ? { description: constraint.comment, dependentRequired: { [constraint.when]: [constraint.needs] } }
    : { description: constraint.comment, anyOf: constraint.anyOf.map((group) => ({ required: [...group] })) };

const rootSchema = (model: RootModel): JsonSchema => ({
  ...objectSchema(model),
  ...(model.constraints.length === 0
    ? {}
    : { allOf: model.constraints.map((constraint) => constraintSchema(constraint)) }),
});

/** JSON Schema 2020-12 of every kind, of the node's description, and of what is nested in them. */
export const generateJsonSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://w3id.org/openstraat/schema/v1.json',
      title: 'A thing on an Openstraat node, or the description of a node',
      anyOf: rootModels.map(({ title }) => ({ $ref: reference(title) })),
      $defs: Object.fromEntries([
        ...rootModels.map((model) => [model.title, rootSchema(model)] as const),
        ...nestedModels.map((model) => [model.name, objectSchema(model)] as const),
      ]),
    },
    undefined,
    2,
  )}\n`;
