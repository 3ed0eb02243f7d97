import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsAlike } from '../../language/language.ts';
import { editDistance } from './edit-distance.ts';
import { IndexVocabulary } from './index-vocabulary.ts';
import { mergeText } from './merge-text.ts';
import { assortmentMark, TextIndex } from './text-index.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 6 });

/** Some texts, the first of them merged into a base, and how many of them have each word. */
const vocabularyOf = (texts: readonly (readonly string[])[], merged: number) => {
  const index = new TextIndex();
  for (const [subject, words] of texts.entries()) {
    if (subject === merged) {
      const input = index.mergeInput(subject);
      index.take(mergeText(input), input);
    }
    const terms = new Map(words.flatMap((found) => [[found, 16] as const, [`~${found}`, 16] as const]));
    index.set(subject, { terms, lengths: { text: words.length, assortment: 0 } });
  }
  const counts = new Map<string, number>();
  for (const found of texts.flatMap((words) => [...new Set(words)])) counts.set(found, (counts.get(found) ?? 0) + 1);
  return { vocabulary: new IndexVocabulary(index), counts };
};

const texts = fc.array(fc.array(word, { maxLength: 4 }), { minLength: 1, maxLength: 12 });
const merged = fc.nat({ max: 12 });

describe('the vocabulary of the index', () => {
  it('finds the words near one that a look at every word finds, in the same order', () => {
    fc.assert(
      fc.property(texts, merged, word, fc.integer({ min: 1, max: 2 }), (given, at, asked, max) => {
        const { vocabulary, counts } = vocabularyOf(given, at);
        const expected = [...counts]
          .filter(([found]) => beginsAlike(asked, found))
          .map(([found, subjects]) => ({ found, subjects, distance: editDistance(asked, found, max) }))
          .filter(({ distance }) => distance <= max)
          .toSorted(
            (one, other) =>
              one.distance - other.distance || other.subjects - one.subjects || (one.found < other.found ? -1 : 1),
          )
          .map(({ found }) => found);
        expect(vocabulary.near(asked, max, 100)).toEqual(expected);
        expect(vocabulary.near(asked, max, 2)).toEqual(expected.slice(0, 2));
      }),
      { numRuns: 300 },
    );
  });

  it('goes on with the words of most subjects', () => {
    fc.assert(
      fc.property(texts, merged, word, fc.integer({ min: 1, max: 4 }), (given, at, prefix, limit) => {
        const { vocabulary, counts } = vocabularyOf(given, at);
        const expected = [...counts]
          .filter(([found]) => found.startsWith(prefix))
          .toSorted(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
          .map(([found]) => found);
        expect(vocabulary.withPrefix(prefix, limit)).toEqual(expected.slice(0, limit));
        for (const [found, subjects] of counts) expect(vocabulary.subjectsWith(found)).toBe(subjects);
      }),
      { numRuns: 300 },
    );
  });

  it('knows what places carry, and never tells stems', () => {
    const index = new TextIndex();
    const terms = new Map([
      [`${assortmentMark}veldwind`, 48],
      [`${assortmentMark}~veldw`, 48],
    ]);
    index.set(0, { terms, lengths: { text: 0, assortment: 1 } });
    const vocabulary = new IndexVocabulary(index);
    for (const state of ['changed', 'merged']) {
      expect([state, vocabulary.subjectsWith('veldwind')]).toEqual([state, 1]);
      expect(vocabulary.near('veldwint', 1, 5)).toEqual(['veldwind']);
      expect(vocabulary.withPrefix('veld', 5)).toEqual(['veldwind']);
      expect(vocabulary.withPrefix('~', 5)).toEqual([]);
      const input = index.mergeInput(1);
      index.take(mergeText(input), input);
    }
  });
});
