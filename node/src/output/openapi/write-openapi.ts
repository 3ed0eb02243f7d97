import { z } from 'zod';
import { mediaTypes } from '../../http/media-types.ts';
import { software } from '../../http/software.ts';
import type { NodeSettings } from '../../config/settings.ts';
import { answerSchemas, type Operation, operations } from './operations.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const componentPath = (name: string): string => `#/components/schemas/${name}`;

const isReference = (value: unknown): boolean => typeof value === 'object' && value !== null && '$ref' in value;

/** A Zod schema as JSON Schema without references: what refers to itself is any JSON, and makers of clients fail on it. */
const component = (schema: z.ZodType): JsonObject => {
  const { $schema: _dialect, $defs: _any, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(json, (_key, value: unknown) => (isReference(value) ? {} : value))) as JsonObject;
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

const retryAfter: JsonObject = {
  'Retry-After': { description: 'Seconds until it is worth asking again', schema: { type: 'integer' } },
};
const location: JsonObject = {
  Location: { description: 'Where to go on', required: true, schema: { type: 'string', format: 'uri' } },
};
const rateLimit: JsonObject = {
  RateLimit: {
    description: 'Where clients are limited: `r`, what may still be asked, and `t`, seconds until all may be again',
    schema: { type: 'string', examples: ['"search";r=299;t=1'] },
  },
  'RateLimit-Policy': {
    description: 'Where clients are limited: `q` questions in `w` seconds',
    schema: { type: 'string', examples: ['"search";q=300;w=60'] },
  },
};

/** Header fields that say something to who writes a program. */
const headersOf = (status: string, { otherStatuses }: Operation): { readonly headers?: JsonObject } => {
  const isRedirect = ['303', '307', '308'].includes(status);
  const isLater = status === '429' || status === '503';
  // A node that has moved answers before it counts.
  const isCounted = otherStatuses['429'] !== undefined && status !== '308';
  const headers = { ...(isRedirect ? location : {}), ...(isLater ? retryAfter : {}), ...(isCounted ? rateLimit : {}) };
  return Object.keys(headers).length === 0 ? {} : { headers };
};

const otherAnswer = (status: string, description: string): JsonObject =>
  status.startsWith('3')
    ? { description }
    : { description, content: { [mediaTypes.problem]: { schema: { $ref: componentPath('Problem') } } } };

const goodAnswer = ({ accept, answer, otherForms }: Operation): JsonObject => ({
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
});

const responses = (operation: Operation): JsonObject => ({
  '200': { ...goodAnswer(operation), ...headersOf('200', operation) },
  ...Object.fromEntries(
    Object.entries(operation.otherStatuses).map(([status, description]) => [
      status,
      { ...otherAnswer(status, description), ...headersOf(status, operation) },
    ]),
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
    schemas: Object.fromEntries(Object.entries(answerSchemas).map(([name, schema]) => [name, component(schema)])),
  },
});
