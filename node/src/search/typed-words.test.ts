import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageLimits } from '../language/limits.ts';
import { wordsOf } from '../language/words.ts';
import { createTypedWords } from './typed-words.ts';

describe('words as they were typed', () => {
  it.each([
    ['Käse', 'kase', 'Käse'],
    ['oude Käse, alt', 'kase', 'Käse'],
    ['puzzel 1000 stuks', '1000stuks', '1000 stuks'],
    ['waterkoker 1,7 l', '1.7l', '1,7 l'],
    ['blauw t shirt', 'tshirt', 't shirt'],
    ['rode T-shirt', 'tshirt', 'T-shirt'],
    ['hamer', 'hamer', 'hamer'],
    // What was made of several words is told as it was read.
    ['hamer', 'spijkerman', 'spijkerman'],
  ])('of %s are found for %s', (query, word, typed) => {
    expect(createTypedWords(query)(word)).toBe(typed);
  });

  it('are read as the same words', () => {
    assert(
      property(array(constantFrom('Käse', 'été', 'L’Oréal', '1,5', 'kg', 't', 'shirt', '(nieuw)')), (parts) => {
        const query = parts.join(' ');
        const asTyped = createTypedWords(query);
        for (const { text } of wordsOf(query, languageLimits.queryWordsReadMax))
          expect(
            wordsOf(asTyped(text), languageLimits.queryWordsReadMax)
              .map((word) => word.text)
              .join(''),
          ).toBe(text);
      }),
    );
  });
});
