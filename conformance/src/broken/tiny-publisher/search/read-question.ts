import { isCarriedAlong, parseGtin, type SearchParameters, searchParametersSchema } from '@openstraat/spec';
import type { z } from 'zod';
import { isObject } from '../../../json/json-value.ts';
import type { TinyAnswer } from '../answer.ts';
import type { TinyState } from '../state.ts';
import type { Point } from './distance.ts';
import { fold } from './fold.ts';

/** What is asked, and around which point. */
export interface TinyQuestion {
  readonly parameters: SearchParameters;
  readonly gtin: string | undefined;
  readonly where: (Point & { readonly from: 'coordinates' | 'postcode' | 'town'; readonly near?: string }) | undefined;
}

interface ParameterError {
  readonly parameter: string;
  readonly detail: string;
}

/** A refusal that says what to do. */
export const refuse = (detail: string, errors: readonly ParameterError[] = []): TinyAnswer => ({
  status: 400,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'That can not be asked.', status: 400, detail, errors }),
});

const asking = ['q', 'gtin', 'category', 'brand', 'kind', 'type', 'near', 'lat', 'cursor'] as const;

/** Reads parameters against a schema; a refusal names all that are wrong. */
export const readParameters = <S extends z.ZodObject>(url: URL, schema: S): z.output<S> | TinyAnswer => {
  const fields: Record<string, string> = {};
  const errors: ParameterError[] = [];
  for (const [name, value] of url.searchParams) {
    if (!Object.hasOwn(schema.shape, name)) {
      if (!isCarriedAlong(name)) errors.push({ parameter: name, detail: 'is not known' });
    } else if (Object.hasOwn(fields, name)) errors.push({ parameter: name, detail: 'is there twice' });
    else fields[name] = value;
  }
  const parsed = schema.safeParse(fields);
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({ parameter: String(path[0]), detail: message });
  if (errors.length > 0 || !parsed.success) return refuse('Mend the parameters that errors names.', errors);
  return parsed.data;
};

/** The point of a postcode or a town, from the places that there are. */
const findNear = (state: TinyState, near: string): TinyQuestion['where'] => {
  const wanted = fold(near).replaceAll(' ', '');
  for (const { kind, data } of state.entries) {
    if (kind !== 'Place' || !isObject(data?.['address']) || !isObject(data['geo'])) continue;
    const { postalCode, addressLocality } = data['address'];
    const point = { latitude: Number(data['geo']['latitude']), longitude: Number(data['geo']['longitude']) };
    if (typeof postalCode === 'string' && fold(postalCode).replaceAll(' ', '') === wanted)
      return { ...point, from: 'postcode', near: postalCode };
    if (fold(String(addressLocality)).replaceAll(' ', '') === wanted)
      return { ...point, from: 'town', near: String(addressLocality) };
  }
  return undefined;
};

/** The question in an address, or the refusal of it. */
export const readQuestion = (state: TinyState, url: URL): TinyQuestion | TinyAnswer => {
  const parameters = readParameters(url, searchParametersSchema);
  if ('status' in parameters) return parameters;
  const { lat, lon, near, radius, q, gtin } = parameters;
  if ((lat === undefined) !== (lon === undefined)) return refuse('Give lat and lon together.');
  if (near !== undefined && lat !== undefined) return refuse('Give near, or lat and lon, not both.');
  if (radius !== undefined && near === undefined && lat === undefined) return refuse('Give a place with the radius.');
  if (!asking.some((name) => parameters[name] !== undefined)) return refuse('Say what you look for, in q for example.');
  const found = near === undefined ? undefined : findNear(state, near);
  if (near !== undefined && found === undefined) return refuse('Give a postcode or a town that is known here.');
  const barcode = q !== undefined && /^\d{8}$|^\d{12,14}$/.test(q) ? parseGtin(q) : undefined;
  if (barcode?.ok === true && gtin !== undefined && barcode.gtin !== gtin)
    return refuse('Ask for one barcode, in q or in gtin.');
  return {
    parameters,
    gtin: gtin ?? (barcode?.ok === true ? barcode.gtin : undefined),
    where: lat !== undefined && lon !== undefined ? { latitude: lat, longitude: lon, from: 'coordinates' } : found,
  };
};
