import { z } from 'zod';
import { mediaTypes } from '../../http/media-types.ts';
import { software } from '../../http/software.ts';
import type { NodeSettings } from '../../config/settings.ts';
import { answerSchemas, type Operation, operations } from './operations.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const componentPath = (name: string): string => `#/components/schemas/${name}`;

/** A Zod schema as JSON Schema whose references hold where OpenAPI keeps it. */
const component = (name: string, schema: z.ZodType): JsonObject => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(
    JSON.stringify(json, (key, value: unknown) =>
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, componentPath(name)) : value,
    ),
  ) as JsonObject;
};

/**
 * What a parameter takes. All are text in an address; where the value is a number, its limits say more than its form.
 */
const parameterSchema = (schema: z.ZodType): JsonObject => {
  const { $schema: _written, ...written } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { $schema: _value, ...value } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const { description: _words, ...rest } = value.type === 'number' || value.type === 'integer' ? value : written;
  return rest;
};

const parameters = ({ inPath, inQuery, example }: Operation): readonly JsonObject[] => [
  ...inPath.map(({ name, description, example: value, schema }) => ({
    name,
    in: 'path',
    required: true,
    description,
    example: value,
    schema: parameterSchema(schema),
  })),
  ...Object.entries(inQuery.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    description: (schema as z.ZodType).description ?? name,
    ...(example[name] === undefined ? {} : { example: example[name] }),
    schema: parameterSchema(schema as z.ZodType),
  })),
];

const problemAnswer = (description: string): JsonObject => ({
  description,
  content: { [mediaTypes.problem]: { schema: { $ref: componentPath('Problem') } } },
});

const withRetryAfter: JsonObject = {
  'Retry-After': { description: 'Seconds until it is worth asking again', schema: { type: 'integer' } },
};

const otherAnswer = (status: string, description: string): JsonObject => {
  if (status.startsWith('3')) return { description };
  const answer = problemAnswer(description);
  return status === '429' || status === '503' ? { ...answer, headers: withRetryAfter } : answer;
};

const responses = ({ accept, answer, otherForms, otherStatuses }: Operation): JsonObject => ({
  '200': {
    description: 'The answer',
    content: {
      [accept]: { schema: { $ref: componentPath(answer) } },
      ...Object.fromEntries(
        otherForms.map((form) => [
          form,
          form === mediaTypes.json ? { schema: { $ref: componentPath(answer) } } : { schema: { type: 'string' } },
        ]),
      ),
    },
  },
  ...Object.fromEntries(
    Object.entries(otherStatuses).map(([status, description]) => [status, otherAnswer(status, description)]),
  ),
});

const getOperation = (operation: Operation): JsonObject => ({
  operationId: operation.id,
  summary: operation.summary,
  parameters: parameters(operation),
  responses: responses(operation),
});

/** The OpenAPI 3.1 description of the node, from the models that check its answers. */
export const writeOpenApi = (settings: NodeSettings): JsonObject => ({
  openapi: '3.1.1',
  info: {
    title: settings.name,
    version: software.version,
    description:
      'Open data of local shops: search, change feed, documents. No key, no account. Every answer may be read by scripts of any site.',
    contact: { name: settings.operator.name },
    license: { name: 'Licence of the data', url: settings.license },
  },
  servers: [{ url: settings.origin }],
  paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: getOperation(operation) }])),
  components: {
    schemas: Object.fromEntries(Object.entries(answerSchemas).map(([name, schema]) => [name, component(name, schema)])),
  },
});
