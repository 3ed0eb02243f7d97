import type { Availability, SearchAnswer, SearchParameters, SearchResult } from '@openstraat/spec';
import { dayWordsOf } from '../../search/day-words.ts';

/** What nobody can get at the moment. */
const goneNow: ReadonlySet<Availability> = new Set(['OutOfStock', 'Discontinued']);
/** Named on a page, at most. */
const soldOutShownMax = 3;

/** How many words of what was asked for are left out: a day is none of them. */
const leftOutOf = ({ query: { q = '', leftOut = [] } }: SearchAnswer): number => {
  const days = dayWordsOf(q);
  return leftOut.filter((word) => !days.includes(word)).length;
};
const isNowhere = (result: SearchResult): boolean => result.type === 'product' && result.offers.length === 0;

/** The question that finds what is sold out, where an answer has nothing else that was asked for: nothing, or not all the words. */
export const soldOutQuestion = (parameters: SearchParameters, answer: SearchAnswer): SearchParameters | undefined =>
  parameters.cursor === undefined &&
  parameters.availability !== 'any' &&
  (leftOutOf(answer) > 0 || answer.results.every(isNowhere))
    ? { ...parameters, availability: 'any', limit: soldOutShownMax }
    : undefined;

/**
 * What is listed near, and sold out wherever it is.
 * @param any the answer to `soldOutQuestion`
 */
export const soldOutIn = (any: SearchAnswer, answer: SearchAnswer): SearchAnswer | undefined => {
  // What has no more of the words is no better than what was found.
  if (answer.results.length > 0 && leftOutOf(answer) > 0 && leftOutOf(any) >= leftOutOf(answer)) return undefined;
  const results = any.results.filter(
    (result) =>
      result.type === 'product' &&
      !result.farther &&
      result.offers.length > 0 &&
      result.offers.every(({ availability }) => goneNow.has(availability)),
  );
  return results.length === 0 ? undefined : { ...any, results };
};
