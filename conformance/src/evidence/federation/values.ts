import { isObject } from '../../json/json-value.ts';

/** A value as JSON-LD has several of one property: in a list, alone, or not at all. */
export const valuesOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** The address of something that stands there whole or by its id. */
export const idOf = (value: unknown): string | undefined => {
  const id = isObject(value) ? value['id'] : value;
  return typeof id === 'string' ? id : undefined;
};

/** Is something of this type, alone or among others? */
export const isOfType = (value: unknown, type: string): boolean =>
  isObject(value) && valuesOf(value['type']).includes(type);
