import { type StemLanguage, stemLanguages, stemMark } from '../language.ts';
import { languageLimits } from '../limits.ts';
import { remember } from '../remember.ts';
import { stem } from '../stems/stem.ts';
import { isStopWord } from '../stop-words.ts';
import { wordsOf } from '../words.ts';
import { compoundNouns } from '../compounds/nouns.ts';
import { narrowerWords } from './narrower-words.ts';
import { productWords } from './product-words.ts';

/** One word, or several together, for a thing. */
interface Phrase {
  readonly words: readonly string[];
  readonly language: StemLanguage;
}

/** Words of a synonym at most. */
export const synonymWordsMax = 4;

const readPhrase = (raw: string, language: StemLanguage): Phrase | undefined => {
  const all = wordsOf(raw, synonymWordsMax * 2).map(({ text }) => text);
  const words = all.filter((word) => !isStopWord(word));
  return all.length === 0 ? undefined : { words: words.length === 0 ? all : words, language };
};

const groups: readonly (readonly Phrase[])[] = productWords.map((row) =>
  row.split('|').flatMap((list, column) => {
    const language = stemLanguages[column] ?? 'nl';
    return list.split(',').flatMap((raw) => readPhrase(raw, language) ?? []);
  }),
);

const stemsKey = (words: readonly string[], language: StemLanguage): string =>
  `${language} ${words.map((word) => stem(word, language)).join(' ')}`;

const groupsOfKey: ReadonlyMap<string, readonly (readonly Phrase[])[]> = (() => {
  const found = new Map<string, (readonly Phrase[])[]>();
  for (const group of groups)
    for (const { words, language } of group) {
      const key = stemsKey(words, language);
      found.set(key, [...(found.get(key) ?? []), group]);
    }
  return found;
})();

/** Words that are Dutch for sure, by their stems: `vis` is a fish here, whatever a `vis` is in French. */
const dutchStems: ReadonlySet<string> = new Set(
  [
    ...compoundNouns,
    ...groups.flat().flatMap(({ words, language }) => (language === 'nl' && words.length === 1 ? words : [])),
  ].map((word) => stem(word, 'nl')),
);

/** Whether words of another language read as a Dutch word for something else. */
const readsAsDutch = (stems: readonly string[], group: readonly Phrase[]): boolean => {
  const [only = ''] = stems;
  if (stems.length !== 1 || !dutchStems.has(only)) return false;
  return !group.some(
    ({ words, language }) => language === 'nl' && words.length === 1 && stem(words[0] ?? '', 'nl') === only,
  );
};

/** Narrower words by the stems of the word for all of them. */
const narrowerOf: ReadonlyMap<string, readonly string[]> = new Map(
  narrowerWords.map((row) => {
    const [broader = '', narrower = ''] = row.split(':');
    return [stem(broader, 'nl'), narrower.split(',').map((word) => stem(word.trim(), 'nl'))];
  }),
);

/** Every word that stands in a synonym, folded. */
export const synonymWords: ReadonlySet<string> = new Set([
  ...groups.flat().flatMap(({ words }) => words),
  ...[...narrowerOf.values()].flat(),
]);

/** Whether a word is Dutch for sure, by a list of nouns. */
export const isDutchNoun = (word: string): boolean => dutchStems.has(stem(word, 'nl'));

const synonymsOfPhrase = remember((phrase: string): readonly (readonly string[])[] => {
  const words = phrase.split(' ');
  const alternatives = new Map<string, readonly string[]>();
  const own = new Set<string>();
  const add = (stems: readonly string[]): void => {
    alternatives.set(
      stems.join(' '),
      stems.map((one) => stemMark + one),
    );
  };
  for (const language of stemLanguages) {
    own.add(words.map((word) => stem(word, language)).join(' '));
    // The stem in Dutch: `pile` must not be found for a `pil`, nor a `pil` for a `pile`.
    const asDutch = words.map((word) => stem(word, 'nl'));
    for (const group of groupsOfKey.get(stemsKey(words, language)) ?? []) {
      if (language !== 'nl' && readsAsDutch(asDutch, group)) continue;
      for (const { words: others, language: theirs } of group)
        for (const stemIn of new Set<StemLanguage>([theirs, 'nl'])) {
          const stems = others.map((word) => stem(word, stemIn));
          if (theirs === 'nl' || !readsAsDutch(stems, group)) add(stems);
        }
    }
  }
  // `fahrradschloss` is a `fietsslot`, and so a `ringslot` as well.
  const broader = [...(words.length === 1 ? [stem(phrase, 'nl')] : []), ...alternatives.keys()];
  for (const one of broader) for (const narrower of narrowerOf.get(one) ?? []) add([narrower]);
  return [...alternatives].filter(([key]) => !own.has(key)).map(([, terms]) => terms);
}, languageLimits.rememberedWordsMax);

/** Other words for the same thing, as the stems under which texts have them: texts are mostly Dutch, whatever words they borrow. */
export const synonymsOf = (words: readonly string[]): readonly (readonly string[])[] =>
  synonymsOfPhrase(words.join(' '));
