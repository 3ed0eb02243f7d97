import { placeKinds, wordsIn } from '../place-kinds/place-kinds.ts';
import { compoundFronts, compoundNouns, wholeWords } from './compounds/nouns.ts';
import { dutchStem } from './stems/dutch-stem.ts';
import { synonymWords } from './synonyms/synonyms.ts';
import { wordsOf } from './words.ts';

const phraseWordsMax = 10;

const knownStems: ReadonlySet<string> = new Set(
  [
    ...compoundNouns,
    ...compoundFronts,
    ...wholeWords,
    ...synonymWords,
    ...placeKinds
      .flatMap(({ nl, en, words, goods, searchWords }) => [
        nl,
        en,
        ...wordsIn(words),
        ...wordsIn(goods),
        ...wordsIn(searchWords),
      ])
      .flatMap((phrase) => wordsOf(phrase, phraseWordsMax).map(({ text }) => text)),
  ].flatMap((word) => [word, dutchStem(word)]),
);

/** Whether a folded word is a word for sure: where nobody has what it names, it is not taken for a typing error. */
export const isKnownWord = (word: string): boolean => knownStems.has(word) || knownStems.has(dutchStem(word));
