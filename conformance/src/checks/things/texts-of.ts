import { isObject } from '../../json/json-value.ts';

/** The texts of a value that may have languages. */
export const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).filter((text) => typeof text === 'string') : [];
};
