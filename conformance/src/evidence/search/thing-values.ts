import { isObject, type JsonObject } from '../../json/json-value.ts';

/** A point as a document states it. */
export interface StatedPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** The point of a thing; undefined where it states none. */
export const pointOf = (data: JsonObject): StatedPoint | undefined => {
  const geo = data['geo'];
  if (!isObject(geo)) return undefined;
  const { latitude, longitude } = geo;
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
};

/** All texts of a value: one text, one a language, or several. */
export const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
};

/** Text without case and accents. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** A member that is a text; empty when it is none. */
export const textOf = (data: JsonObject, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

/** Names of the brand of a product. */
export const brandsOf = (product: JsonObject): readonly string[] =>
  isObject(product['brand']) ? textsOf(product['brand']['name']) : [];
