import { type SearchParameters, searchParameterNames } from '@openstraat/spec';

/** More decimals are not taken in an address. */
const decimalsMax = 15;

/** A number as an address takes it: the shortest text that reads as the same number, without an exponent. */
const numberText = (value: number): string => {
  const shortest = String(value);
  return shortest.includes('e') ? value.toFixed(decimalsMax).replace(/\.?0+$/, '') : shortest;
};

/** The address of the next page: the same question, and where this page ended. */
export const nextAddress = (origin: string, parameters: SearchParameters, cursor: string): string => {
  const query = new URLSearchParams();
  for (const name of searchParameterNames) {
    const value = name === 'cursor' ? cursor : parameters[name];
    if (value !== undefined) query.set(name, typeof value === 'number' ? numberText(value) : value);
  }
  return `${origin}/search?${query.toString()}`;
};
