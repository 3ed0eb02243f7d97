import { isCarriedAlong } from '@openstraat/spec';
import type { z } from 'zod';
import { httpLimits } from '../../http/limits.ts';
import type { ParameterError } from '../../http/problem-response.ts';
import { queryOf, tooManyParameters } from '../../http/query.ts';

/** Who asks: programs should learn of their mistakes, people arrive from forms and with all kinds of tracking. */
export type Asker = 'program' | 'person';

/** The fields of a question as they were written, by name; of one that is there twice the first. */
export type Fields = Readonly<Record<string, string>>;

/** A question, or everything that is wrong with it. */
export type Question<T> =
  | { readonly ok: true; readonly fields: Fields; readonly parameters: T }
  | { readonly ok: false; readonly fields: Fields; readonly errors: readonly ParameterError[] };

/** What a form sends of a field that was left as it is, and what people write instead of what programs do. */
const asWritten = (name: string, value: string): string => {
  const text = value.trim();
  return name === 'priceMax' ? text.replace(/^€\s*/, '').replace(',', '.') : text;
};

const readFields = (
  url: string,
  known: ReadonlySet<string>,
  asker: Asker,
): { readonly fields: Record<string, string>; readonly errors: ParameterError[] } => {
  const fields: Record<string, string> = {};
  const errors: ParameterError[] = [];
  const query = queryOf(url);
  if (query.size > httpLimits.queryParametersMax) errors.push({ parameter: '', detail: tooManyParameters });
  for (const [name, raw] of [...query].slice(0, httpLimits.queryParametersMax)) {
    const value = asker === 'person' ? asWritten(name, raw) : raw;
    if (!known.has(name)) {
      if (asker === 'program' && !isCarriedAlong(name))
        errors.push({ parameter: name.slice(0, 50), detail: `is not known; there are ${[...known].join(', ')}` });
      continue;
    }
    if (asker === 'person' && value === '') continue;
    if (Object.hasOwn(fields, name)) {
      if (asker === 'program') errors.push({ parameter: name, detail: 'is there twice' });
      continue;
    }
    fields[name] = value;
  }
  return { fields, errors };
};

/**
 * What a form sends beside what was typed into it. What somebody typed stands for what was kept: words for the barcode that
 * led to the form, a town for the point on a map; a currency without a price says nothing.
 */
const keptInVain = (fields: Fields): readonly string[] => [
  ...(fields['q'] === undefined ? [] : ['gtin']),
  ...(fields['near'] === undefined ? [] : ['lat', 'lon']),
  ...(fields['priceMax'] === undefined ? ['currency'] : []),
];

/** Reads the query of an address against its schema, and names every parameter that is wrong. */
export const readQuestion = <Schema extends z.ZodObject>(
  url: string,
  schema: Schema,
  asker: Asker,
): Question<z.output<Schema>> => {
  const { fields, errors } = readFields(url, new Set(Object.keys(schema.shape)), asker);
  if (asker === 'person') for (const name of keptInVain(fields)) delete fields[name];
  const parsed = schema.safeParse(fields);
  const wrong = new Map<string, string>();
  for (const { path, code, message } of parsed.error?.issues ?? []) {
    const name = String(path[0] ?? '');
    // One sentence a parameter: what is wrong first is what to mend first.
    if (!wrong.has(name)) wrong.set(name, code === 'invalid_type' ? 'is missing' : message);
  }
  for (const [parameter, detail] of wrong) errors.push({ parameter, detail });
  if (errors.length > 0 || !parsed.success) return { ok: false, fields, errors };
  return { ok: true, fields, parameters: parsed.data };
};
