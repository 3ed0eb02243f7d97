import { type SearchParameters, searchParameterNames } from '@openstraat/spec';

/** The address of the next page: the same question, and where this page ended. */
export const nextAddress = (origin: string, parameters: SearchParameters, cursor: string): string => {
  const query = new URLSearchParams();
  // A number's own text is the shortest that reads as the same number: the cursor is for that question alone.
  for (const name of searchParameterNames) {
    const value = name === 'cursor' ? cursor : parameters[name];
    if (value !== undefined) query.set(name, String(value));
  }
  return `${origin}/search?${query.toString()}`;
};
