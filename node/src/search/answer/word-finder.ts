import type { SearchReasonCode } from '@openstraat/spec';
import { indexTerms, stemLanguageOf, visitTerms } from '../../language/index-terms.ts';
import {
  type IndexTerm,
  type QueryWord,
  type StemLanguage,
  stemMark,
  type TermAlternative,
} from '../../language/language.ts';
import type { Texts } from './answer-context.ts';
import type { Searched } from './searched-fields.ts';

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
  /** Words found in a text, or among the terms of a kind, in the order of the query. */
  find(searched: Searched): readonly FoundWord[];
  /** Words whose parts are found in several of these together. */
  findAcross(searched: readonly Searched[]): readonly FoundWord[];
  /** Whether a text has any part of any word. */
  hasPart(text: Texts): boolean;
}

const isTerms = (searched: Searched): searched is readonly IndexTerm[] => Array.isArray(searched);

type TextsByLanguage = readonly (readonly [StemLanguage, string])[];
const byLanguage = (texts: Texts, language: StemLanguage): TextsByLanguage =>
  typeof texts === 'string'
    ? [[language, texts]]
    : Object.entries(texts).map(([tag, text]) => [stemLanguageOf(tag), text] as const);

/** Those of the terms that stand in a text. */
const termsIn = (texts: TextsByLanguage, wanted: ReadonlySet<string>): ReadonlySet<string> => {
  const there = new Set<string>();
  for (const [language, text] of texts)
    visitTerms(text, language, ({ term }) => {
      if (wanted.has(term)) there.add(term);
    });
  return there;
};

/** The word of a text that a term stands for, as people read it; stems are no words. */
const wordOf = (term: string, texts: TextsByLanguage): string | undefined => {
  if (!term.startsWith(stemMark)) return term;
  for (const [language, text] of texts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu))
      if (indexTerms(word, language).some((found) => found.term === term)) return word.toLowerCase();
  return undefined;
};

/** What an alternative is to the word that was typed. */
const howOf = (
  { word, correctedTo }: QueryWord,
  { terms: [term = ''], by }: TermAlternative,
  texts: TextsByLanguage,
): FoundWord => {
  if (correctedTo !== undefined) return { word, how: 'corrected', as: correctedTo };
  if (by === 'compound') return { word, how: by };
  const as = by === 'synonym' ? wordOf(term, texts) : undefined;
  return as === undefined ? { word, how: 'itself' } : { word, how: 'synonym', as };
};

/** @param language of texts that don't name theirs */
export const createWordFinder = (words: readonly QueryWord[], language: StemLanguage): WordFinder => {
  const wanted = new Set(words.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
  const findIn = (there: ReadonlySet<string>, texts: TextsByLanguage): readonly FoundWord[] =>
    words.flatMap((word) => {
      const way = word.alternatives.find(({ terms }) => terms.every((term) => there.has(term)));
      return way === undefined ? [] : [howOf(word, way, texts)];
    });
  const findInTexts = (texts: TextsByLanguage): readonly FoundWord[] => findIn(termsIn(texts, wanted), texts);
  // What a kind is called is no text of the place: only the word that was typed can be told.
  const findAmong = (terms: readonly IndexTerm[]): readonly FoundWord[] =>
    findIn(new Set(terms.map(({ term }) => term)), []).map(({ word, how, as = word }) =>
      how === 'corrected' ? { word, how, as } : { word, how: 'itself' },
    );
  const termsOf = (searched: Searched): readonly string[] => {
    if (searched === undefined) return [];
    return isTerms(searched) ? searched.map(({ term }) => term) : [...termsIn(byLanguage(searched, language), wanted)];
  };
  return {
    count: words.length,
    find(searched) {
      if (searched === undefined || words.length === 0) return [];
      return isTerms(searched) ? findAmong(searched) : findInTexts(byLanguage(searched, language));
    },
    findAcross: (searched) => findIn(new Set(searched.flatMap(termsOf)), []),
    hasPart: (text) => termsOf(text).length > 0,
  };
};
