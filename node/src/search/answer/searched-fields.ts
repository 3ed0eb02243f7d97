import type { SearchReasonCode } from '@openstraat/spec';
import type { IndexTerm } from '../../language/language.ts';
import type { Texts } from './answer-context.ts';

type FieldCode = Extract<SearchReasonCode, 'name' | 'brand' | 'category' | 'kind' | 'description'>;

/** The code that is told for each field that words are looked for in: that of the field that it counts as. */
export const codeOfField = {
  name: 'name',
  brand: 'brand',
  category: 'category',
  colour: 'category',
  size: 'category',
  kind: 'kind',
  carrier: 'category',
  organizer: 'category',
  town: 'description',
  description: 'description',
} as const satisfies Readonly<Record<string, FieldCode>>;
export type SearchedField = keyof typeof codeOfField;

/** Where words are looked for: in texts, or among the terms of a kind. */
export type Searched = Texts | readonly IndexTerm[] | undefined;

/** Fields that words are looked for in, in the order in which they are told. */
export type SearchedFields = readonly (readonly [SearchedField, Searched])[];
