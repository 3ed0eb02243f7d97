import { type StemLanguage, stemLanguages, stemMark } from '../language.ts';
import { languageLimits } from '../limits.ts';
import { remember } from '../remember.ts';
import { stem } from '../stems/stem.ts';
import { isStopWord } from '../stop-words.ts';
import { wordsOf } from '../words.ts';
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

/** Every word that stands in a synonym, folded. */
export const synonymWords: ReadonlySet<string> = new Set(groups.flat().flatMap(({ words }) => words));

const synonymsOfPhrase = remember((phrase: string): readonly (readonly string[])[] => {
  const words = phrase.split(' ');
  const alternatives = new Map<string, readonly string[]>();
  const own = new Set<string>();
  for (const language of stemLanguages) {
    own.add(words.map((word) => stem(word, language)).join(' '));
    for (const { words: others, language: theirs } of groupsOfKey.get(stemsKey(words, language))?.flat() ?? [])
      for (const stemIn of new Set<StemLanguage>([theirs, 'nl'])) {
        const stems = others.map((word) => stem(word, stemIn));
        alternatives.set(
          stems.join(' '),
          stems.map((one) => stemMark + one),
        );
      }
  }
  return [...alternatives].filter(([key]) => !own.has(key)).map(([, terms]) => terms);
}, languageLimits.rememberedWordsMax);

/** Other words for the same thing, as the stems under which texts have them: texts are mostly Dutch, whatever words they borrow. */
export const synonymsOf = (words: readonly string[]): readonly (readonly string[])[] =>
  synonymsOfPhrase(words.join(' '));
