import { describe, expect, it } from 'vitest';
import type { Vocabulary } from './language.ts';
import { languageLimits } from './limits.ts';
import { queryWords } from './query-words.ts';

const wordsBehind = (saysNothing: number): readonly string[] =>
  queryWords(`${'de '.repeat(saysNothing)}fietspomp`, vocabularyOf([]), { prefixLast: false }).map(({ word }) => word);

const corrections = (near: number): number =>
  queryWords('qzwy', vocabularyOf(madeUp(near)), { prefixLast: false })[0]?.alternatives.filter(
    ({ by }) => by === 'corrected',
  ).length ?? 0;

const goesOnAs = (words: number): number =>
  queryWords('qzwx', vocabularyOf(madeUp(words)), { prefixLast: true })[0]?.alternatives.filter(
    ({ by }) => by === 'prefix',
  ).length ?? 0;

/** Everybody writes these words, and the same words come near anything. */
const vocabularyOf = (words: readonly string[]): Vocabulary => ({
  subjectsWith: (term) => (words.includes(term) ? 1 : 0),
  withPrefix: (_prefix, limit) => words.slice(0, limit),
  near: (_word, _distanceMax, limit) => words.slice(0, limit),
});
/** Words without a digit, which no list knows. */
const madeUp = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `qzwx${String.fromCharCode(97 + index)}`);

describe('a query', () => {
  it('is read as far as the limit of words, those that say nothing among them', () => {
    expect(wordsBehind(languageLimits.queryWordsReadMax - 1)).toEqual(['fietspomp']);
    expect(wordsBehind(languageLimits.queryWordsReadMax)).not.toContain('fietspomp');
  });

  it('is taken for as many words as the limit, where nobody wrote its own', () => {
    const { correctionsMax } = languageLimits;
    expect([corrections(correctionsMax), corrections(correctionsMax + 1)]).toEqual([correctionsMax, correctionsMax]);
  });

  it('goes on as as many words as the limit, while somebody types', () => {
    const { prefixWordsMax } = languageLimits;
    expect([goesOnAs(prefixWordsMax), goesOnAs(prefixWordsMax + 1)]).toEqual([prefixWordsMax, prefixWordsMax]);
  });
});
