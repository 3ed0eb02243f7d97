import { splitCompound } from './compounds/split-compound.ts';
import {
  type AlternativeOrigin,
  soldMark,
  type StemLanguage,
  stemLanguages,
  stemMark,
  topicMark,
  type TermAlternative,
  withoutMark,
} from './language.ts';
import { isShopWord } from './compounds/nouns.ts';
import { stem } from './stems/stem.ts';
import { isDutchNoun } from './synonyms/synonyms.ts';
import { queryWeights } from './weights.ts';
import type { Word } from './words.ts';

const alternative = (terms: readonly string[], weight: number, by: AlternativeOrigin): TermAlternative => ({
  terms,
  weight,
  by,
});

const dutchStemTerm = (word: string): string => stemMark + stem(word, 'nl');

/** The canonical stem of a word: without the letters that link its parts. */
const canonicalStem = (word: string): string => {
  const compound = splitCompound(word);
  return compound?.complete === true ? compound.parts.join('') : stem(word, 'nl');
};

/** `lr44` as `lr` and `44`. */
const lettersAndDigits = (word: string): string[] => /^([a-z]+)(\d+)$/.exec(word)?.slice(1) ?? [];

/** Languages that a word may be inflected in: a `printer` is Dutch and English, and no French verb for `print`. */
const stemLanguagesOf = (word: string): readonly StemLanguage[] => (isDutchNoun(word) ? ['nl', 'en'] : stemLanguages);

/** How one word can be found by itself: as it is, by its stems in each language, by its pieces and parts. */
export const ownAlternatives = ({ text, pieces, amount }: Word): TermAlternative[] => {
  const compound = splitCompound(text);
  const codeParts = lettersAndDigits(text);
  return [
    alternative([text], queryWeights.word, 'word'),
    ...(amount === undefined ? [] : [alternative([stemMark + amount], queryWeights.stem, 'stem')]),
    ...(amount === undefined
      ? stemLanguagesOf(text).map((language) =>
          alternative([stemMark + stem(text, language)], queryWeights.stem, 'stem'),
        )
      : []),
    ...(pieces.length > 1 ? [alternative(pieces.map(dutchStemTerm), queryWeights.pieces, 'word')] : []),
    ...(codeParts.length > 1 ? [alternative(codeParts, queryWeights.pieces, 'word')] : []),
    ...(compound?.complete === true
      ? [
          alternative([stemMark + compound.parts.join('')], queryWeights.stem, 'compound'),
          alternative(
            compound.parts.map((part) => stemMark + part),
            queryWeights.parts,
            'compound',
          ),
        ]
      : []),
  ];
};

/** Two words that stand side by side as one: `fiets pomp` is `fietspomp`, `kat voer` is `kattenvoer`. */
export const joinedAlternatives = (first: string, second: string): TermAlternative[] => {
  const joined = first + second;
  return [
    alternative([joined], queryWeights.joined, 'compound'),
    alternative([dutchStemTerm(joined)], queryWeights.joined, 'compound'),
    alternative([stemMark + canonicalStem(first) + canonicalStem(second)], queryWeights.joined, 'compound'),
  ];
};

/** A word for what a thing is for, and one for what it is: `fiets zadel` is a saddle under bicycle parts, whose name says no bicycle. */
export const topicAlternatives = (topics: readonly string[], head: string): TermAlternative[] =>
  topics.map((topic) => alternative([topicMark + topic, stemMark + head], queryWeights.parts, 'compound'));

/** The stems of a word as a topic: its own, and those of words for the same thing. */
export const topicsOf = (word: string, synonyms: readonly (readonly string[])[]): readonly string[] => [
  canonicalStem(word),
  ...synonyms.flatMap(([only = '', ...more]) => (more.length > 0 ? [] : [only.slice(stemMark.length)])),
];

/** A compound whose first part the category of a thing says, and whose last its name: `fietszadel`. */
export const compoundTopicAlternatives = (word: string): TermAlternative[] => {
  const compound = splitCompound(word);
  const last = compound?.parts.at(-1);
  // A `fietsenwinkel` is no thing for a bicycle.
  if (compound?.complete !== true || last === undefined || isShopWord(last)) return [];
  return topicAlternatives([compound.parts.slice(0, -1).join('')], last);
};

/** What has nothing of this: `zonder suiker` and `suikervrij`. */
export const absentAlternatives = ({ text }: Word): TermAlternative[] => [
  ...stemLanguages.map((language) => alternative([withoutMark + stem(text, language)], queryWeights.word, 'word')),
  alternative([`${text}vrij`], queryWeights.stem, 'compound'),
  alternative([`${text}frei`], queryWeights.stem, 'compound'),
];

const halfMin = 3;

/** Two words where texts have another word for one of them: `telefoon repareren` is a `telefoonreparatie`. */
export const joinedSynonyms = (first: string, seconds: readonly (readonly string[])[]): TermAlternative[] => {
  const front = canonicalStem(first);
  return seconds.flatMap(([second = '', ...more]) =>
    more.length > 0
      ? []
      : [alternative([stemMark + front + second.slice(stemMark.length)], queryWeights.joinedSynonym, 'compound')],
  );
};

/** One word as two that texts have apart, where no list knows it: `laptophoes` as `laptop` and `hoes`. */
export const halvedAlternatives = (word: string, isKnown: (term: string) => boolean): TermAlternative[] => {
  for (let at = halfMin; at <= word.length - halfMin; at++) {
    const halves = [word.slice(0, at), word.slice(at)].map(dutchStemTerm);
    if (halves.every(isKnown)) return [alternative(halves, queryWeights.parts, 'compound')];
  }
  return [];
};

/** What a compound that nobody has is a kind of, where a sort of shop sells that: for a `kinderboek` one goes where there are books. */
export const soldAlternatives = (word: string): TermAlternative[] => {
  const compound = splitCompound(word);
  const head = compound?.parts[compound.head];
  return head === undefined ? [] : [alternative([soldMark + head], queryWeights.parts, 'compound')];
};

/** Other words for the same thing. */
export const synonymAlternatives = (synonyms: readonly (readonly string[])[]): TermAlternative[] =>
  synonyms.map((terms) => alternative(terms, queryWeights.synonym, 'synonym'));

/** What the beginning of a word goes on as. */
export const prefixAlternatives = (words: readonly string[]): TermAlternative[] =>
  words.map((word) => alternative([word], queryWeights.prefix, 'prefix'));

/** What a mistyped word was taken for, in all its forms. */
export const correctedAlternatives = (words: readonly string[]): TermAlternative[] =>
  words
    .flatMap((word) => ownAlternatives({ text: word, pieces: [] }))
    .map(({ terms, weight }) => alternative(terms, weight * queryWeights.corrected, 'corrected'));
