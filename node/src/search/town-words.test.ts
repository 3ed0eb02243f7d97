import { expect, it } from 'vitest';
import type { Locate } from './locate.ts';
import { placeInQuery } from './place-in-query.ts';

/** One town, of a name that only this text has. */
const locateOf = (name: string): Locate => ({
  postcode: () => undefined,
  town: (asked) =>
    asked.trim() === name ? [{ name, point: { latitude: 52, longitude: 5 }, places: 1, postcode: undefined }] : [],
  towns: () => [name],
});
const wordsLeft = (townWords: number, postcode: string): string | undefined => {
  const town = Array.from({ length: townWords }, (_, index) => `deel${index}`).join(' ');
  return placeInQuery(`fietspomp ${postcode}${town}`, locateOf(town))?.words;
};

it.each(['', '8199AB ', '8199 AB '])(
  'reads %sa town of five words at the end of a query, and none of six',
  (postcode) => {
    expect(wordsLeft(5, postcode)).toBe('fietspomp');
    expect(wordsLeft(6, postcode)).toBeUndefined();
  },
);
