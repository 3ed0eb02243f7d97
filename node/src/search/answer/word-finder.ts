import type { SearchReasonCode } from '@openstraat/spec';
import { indexTerms, stemLanguageOf } from '../../language/index-terms.ts';
import { type QueryWord, type StemLanguage, stemMark, type TermAlternative } from '../../language/language.ts';
import { placeKindTerms } from '../../language/place-kind-terms.ts';
import type { Texts } from './answer-context.ts';

/** Where and how a word of the query was found. */
export interface FoundWord {
  readonly word: string;
  readonly how: Extract<SearchReasonCode, 'compound' | 'synonym' | 'corrected'> | 'itself';
  /** What it was taken for. */
  readonly as?: string;
}

/** Finds the words of a query in the texts of one result, by the same rules as the index. */
export interface WordFinder {
  /** How many words it looks for. */
  readonly count: number;
  /** Words found in a text, in the order of the query. */
  find(texts: Texts | undefined): readonly FoundWord[];
  /** Words found in what a kind of place is called, by its tag. */
  findKind(tag: string): readonly FoundWord[];
}

const termsOf = (texts: Texts, language: StemLanguage): ReadonlySet<string> => {
  const terms =
    typeof texts === 'string'
      ? indexTerms(texts, language)
      : Object.entries(texts).flatMap(([tag, text]) => indexTerms(text, stemLanguageOf(tag)));
  return new Set(terms.map(({ term }) => term));
};

/** What an alternative is to the word that was typed. */
const howOf = ({ word, correctedTo }: QueryWord, { terms: [as = ''], by }: TermAlternative): FoundWord => {
  if (correctedTo !== undefined) return { word, how: 'corrected', as: correctedTo };
  if (by === 'compound') return { word, how: by };
  return by === 'synonym' ? { word, how: by, as: as.replace(stemMark, '') } : { word, how: 'itself' };
};

/** @param language of texts that don't name theirs */
export const createWordFinder = (words: readonly QueryWord[], language: StemLanguage): WordFinder => {
  const findIn = (there: ReadonlySet<string>): readonly FoundWord[] =>
    words.flatMap((word) => {
      const way = word.alternatives.find(({ terms }) => terms.every((term) => there.has(term)));
      return way === undefined ? [] : [howOf(word, way)];
    });
  return {
    count: words.length,
    find: (texts) => (texts === undefined || words.length === 0 ? [] : findIn(termsOf(texts, language))),
    findKind: (tag) => findIn(new Set(placeKindTerms(tag).map(({ term }) => term))),
  };
};
