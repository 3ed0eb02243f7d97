import { z } from 'zod';
import {
  searchAnswerSchema,
  searchParametersSchema,
  searchRankingSchema,
  searchSuggestionsSchema,
  suggestParametersSchema,
} from '../search/index.ts';

const definitions = {
  SearchAnswer: [searchAnswerSchema, 'The answer of /search as JSON. Members may be added under this version.'],
  SearchSuggestions: [searchSuggestionsSchema, 'The answer of /search/suggest.'],
  SearchRanking: [searchRankingSchema, 'The answer of /ranking as JSON.'],
  SearchParameters: [searchParametersSchema, 'The query of /search: every value as the text that it is in an address.'],
  SuggestParameters: [suggestParametersSchema, 'The query of /search/suggest.'],
} as const satisfies Readonly<Record<string, readonly [z.ZodType, string]>>;

/** Numbers come as text: their limits are not seen in its form, so they are said beside it. */
const limitsOf = (schema: z.ZodType): object => {
  const value = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return value.type === 'number' || value.type === 'integer'
    ? { 'x-minimum': value.minimum, 'x-maximum': value.maximum }
    : {};
};

const describe = (schema: z.ZodType, description: string): object => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodOptional) Object.assign(jsonSchema, limitsOf(zodSchema));
    },
  });
  return { description, ...json };
};

/** JSON Schema 2020-12 of what search takes and answers. */
export const generateSearchSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://w3id.org/openstraat/schema/search-v1.json',
      title: 'What search on an Openstraat node takes and answers',
      $ref: '#/$defs/SearchAnswer',
      $defs: Object.fromEntries(
        Object.entries(definitions).map(([name, [schema, description]]) => [name, describe(schema, description)]),
      ),
    },
    undefined,
    2,
  )}\n`;
