import { placeKindOfTag, placeKinds, wordsIn, wordsOfTag } from '../place-kinds/place-kinds.ts';
import { splitCompound } from './compounds/split-compound.ts';
import { type IndexTerm, soldMark, stemLanguages, stemMark } from './language.ts';
import { languageLimits } from './limits.ts';
import { remember } from './remember.ts';
import { stem } from './stems/stem.ts';
import { isStopWord } from './stop-words.ts';
import { isDutchNoun, synonymWords } from './synonyms/synonyms.ts';
import { indexWeights } from './weights.ts';
import { foldPhrase, type Word, wordsOf } from './words.ts';

/** What people call any shop, in front of or behind what it sells: `fietsen winkel`, `bike shop`. */
const anyShop = 'winkel, zaak, shop, store, geschäft, laden, magasin, boutique';
const phraseWordsMax = 10;

const shopWords: ReadonlySet<string> = new Set(anyShop.split(', ').map(foldPhrase));

/** Whether a folded word says no more than that it is a shop. */
export const isAnyShop = (word: string): boolean => shopWords.has(word);

/** `bike shop` is found by `bike`; that it is a shop says little. */
const tellingWords = (phrase: string): readonly Word[] => {
  const words = wordsOf(phrase, phraseWordsMax).filter(({ text }) => !isStopWord(text));
  return words.length > 1 ? words.filter(({ text }) => !shopWords.has(text)) : words;
};

const kindPhrases: readonly (readonly Word[])[] = placeKinds
  .flatMap(({ tag, nl, en, words, searchWords, goods }) => [
    nl,
    en,
    wordsOfTag(tag),
    ...[words, searchWords, goods].flatMap(wordsIn),
  ])
  .map(tellingWords);
const textsOf = (phrases: readonly (readonly Word[])[]): ReadonlySet<string> =>
  new Set(phrases.flatMap((words) => words.map(({ text }) => text)));
const wordsOfSeveral = textsOf(kindPhrases.filter(({ length }) => length > 1));
const wordsAlone = textsOf(kindPhrases.filter(({ length }) => length === 1));

/** Whether a folded word says what kind a place is only together with others: the `worship` of a `place of worship`. */
export const isPartOfKind = (word: string): boolean => wordsOfSeveral.has(word) && !wordsAlone.has(word);

const [stemMin, inflectionMax] = [3, 1];

/** Whether a word without its ending is another word, in a language that it may not even be of: `lock` of `locker`, `ei` of `eis`. */
const isOtherWord = (word: string, stemmed: string): boolean =>
  stemmed.length < stemMin
    ? stemmed !== word
    : word.length - stemmed.length > inflectionMax && (synonymWords.has(stemmed) || isDutchNoun(stemmed));

/** Stems of a word in every language: the lists mix them. */
const stemsOf = (word: string): readonly string[] => [
  stem(word, 'nl'),
  ...stemLanguages.map((language) => stem(word, language)).filter((stemmed) => !isOtherWord(word, stemmed)),
];

const termsOfPhrase = (phrase: string): IndexTerm[] => {
  const telling = tellingWords(phrase);
  // `movie theater` is no theater: one word of several says only some of it.
  const weight = telling.length > 1 ? indexWeights.phrasePart : 1;
  return telling
    .flatMap(({ text, pieces }) => [
      text,
      ...pieces,
      ...stemsOf(text).map((stemmed) => stemMark + stemmed),
      ...compoundTerm(text),
    ])
    .map((term) => ({ term, weight }));
};

const compoundTerm = (word: string): string[] => {
  const compound = splitCompound(word);
  return compound?.complete === true ? [stemMark + compound.parts.join('')] : [];
};

/** The terms of phrases, each with the weight of the heaviest list that it stands in. */
export const termsOfLists = (lists: readonly (readonly [readonly string[], number])[]): readonly IndexTerm[] => {
  const terms = new Map<string, number>();
  for (const [phrases, weight] of lists)
    for (const { term, weight: share } of phrases.flatMap(termsOfPhrase))
      terms.set(term, Math.max(terms.get(term) ?? 0, weight * share));
  return [...terms].map(([term, weight]) => ({ term, weight }));
};

/** What such shops sell, for what is of its kind. */
const soldTerms = (goods: readonly string[]): readonly IndexTerm[] =>
  goods
    .flatMap((phrase) => wordsOf(phrase, phraseWordsMax))
    .filter(({ text }) => !isStopWord(text))
    .map(({ text }) => ({ term: soldMark + stem(text, 'nl'), weight: indexWeights.kindGoods }));

/** The terms that a place is found under for what it is: every word for its kind in four languages, and for what such places have. */
export const placeKindTerms: (tag: string) => readonly IndexTerm[] = remember((tag) => {
  const kind = placeKindOfTag(tag);
  const named = termsOfLists([
    [
      kind === undefined ? [wordsOfTag(tag)] : [kind.nl, kind.en, ...wordsIn(kind.words), wordsOfTag(tag)],
      indexWeights.kindName,
    ],
    [wordsIn(kind?.searchWords), indexWeights.kindSearchWord],
    [wordsIn(kind?.goods), indexWeights.kindGoods],
    [tag.startsWith('shop=') ? wordsIn(anyShop) : [], indexWeights.anyShop],
  ]);
  return [...named, ...soldTerms(wordsIn(kind?.goods))];
}, languageLimits.rememberedWordsMax);
