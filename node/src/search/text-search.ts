import type { QueryWord, Vocabulary } from '../language/language.ts';
import {
  none,
  type SearchView,
  type TextField,
  type TextMatches,
  type TextMeasure,
} from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import type { PinnedText } from './text-measure.ts';

/** Figures of how words are matched; `npm run bench -- relevance` shows what they do. */
export const textFigures = {
  /** What fits less than this share of what fits best is left out. */
  cutOffShare: 0.45,
  /** What fits less than this is a mention, not the thing itself: places that carry it are the better answer. */
  strongMin: 0.68,
  /** Words may be left out only while those that stay carry this share of what the query says. */
  keptShareMin: 0.5,
} as const;

/** The words that are looked for: all of them, or those that stayed. */
export interface WordChoice {
  readonly words: readonly QueryWord[];
  /** How much of the query they carry: 1 for all. */
  readonly keptShare: number;
}

/** How many subjects a word may be in: of the way to find it that finds most. */
const subjectsWith = ({ alternatives }: QueryWord, vocabulary: Vocabulary): number =>
  Math.max(0, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => vocabulary.subjectsWith(term)))));

/** How many postings are read to find these words. */
export const postingsOf = (words: readonly QueryWord[], vocabulary: Pick<Vocabulary, 'subjectsWith'>): number =>
  words
    .flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))
    .reduce((sum, term) => sum + vocabulary.subjectsWith(term), 0);

/** How much a word says: the fewer subjects have it, the more. */
const weightOf = (subjects: number, all: number): number => Math.log(1 + (all - subjects + 0.5) / (subjects + 0.5));

/**
 * Choices of words to try where nothing matches all of them, those that keep most first.
 * A word in no text at all says most: what is left without it is seldom what was meant.
 */
export const fewerWords = (words: readonly QueryWord[], view: SearchView): readonly WordChoice[] => {
  const { vocabulary, subjectEnd } = view;
  const weighed = words
    .map((word, index) => ({ word, index, weight: weightOf(subjectsWith(word, vocabulary), Math.max(1, subjectEnd)) }))
    .toSorted((one, other) => one.weight - other.weight || one.index - other.index);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const choice = (left: ReadonlySet<number>): WordChoice => ({
    words: words.filter((_, index) => !left.has(index)),
    keptShare:
      weighed.filter(({ index }) => !left.has(index)).reduce((sum, { weight }) => sum + weight, 0) / (total || 1),
  });
  const one = weighed.map(({ index }) => choice(new Set([index])));
  const more = weighed
    .slice(0, searchRoomLimits.wordsLeftOutMax)
    .map((_, last) => choice(new Set(weighed.slice(0, last + 1).map(({ index }) => index))))
    .slice(1);
  return [...one, ...more]
    .filter(({ words: kept, keptShare }) => kept.length > 0 && keptShare >= textFigures.keptShareMin)
    .toSorted((first, second) => second.keptShare - first.keptShare)
    .slice(0, searchRoomLimits.wordsLeftOutMax);
};

const match = (view: SearchView, { words }: WordChoice, field: TextField, measure?: TextMeasure): TextMatches =>
  view.match(
    words.map(({ alternatives }) => ({ alternatives })),
    field,
    words.length,
    measure,
  );

/** Does anything match all these words? */
export const isAllMatched = (view: SearchView, words: readonly QueryWord[]): boolean =>
  words.length > 0 && match(view, { words, keptShare: 1 }, 'text').count > 0;

/** Subjects whose words fit; valid until the next match. */
export interface FoundText extends WordChoice {
  readonly matches: TextMatches;
  /** The best score of what is asked for. */
  readonly best: number;
  /** The score that counts as 1. */
  readonly full: number;
}

/** A word that is in no text counts by the best way to find it: a corrected word can't be found as it was typed. */
const strongestWay = (words: readonly QueryWord[]): number =>
  words.reduce((sum, { alternatives }) => sum + Math.max(0, ...alternatives.map(({ weight }) => weight)), 0) /
  words.length;

/** Whether a subject is of a type that is asked for: only those set the measure. */
export type IsAsked = (subject: number) => boolean;

const bestOf = ({ count, scores, subjects }: TextMatches, isAsked: IsAsked): number => {
  let best = 0;
  for (let index = 0; index < count; index++) {
    const score = scores[index] ?? 0;
    if (score > best && isAsked(subjects[index] ?? none)) best = score;
  }
  return best;
};

/** What few searches for a text say. */
export interface FindTextOptions {
  /** How a page before weighed the words. */
  readonly pinned?: PinnedText | undefined;
  readonly choices?: () => readonly WordChoice[];
}

/** How a text was weighed, for the pages behind. */
export const pinText = (words: readonly QueryWord[], found: FoundText): PinnedText => ({
  kept: words.flatMap((word, index) => (found.words.includes(word) ? [index] : [])),
  share: found.keptShare,
  best: found.best,
  full: found.full,
  ...found.matches.measure,
});

/** Finds subjects as an earlier page did; undefined where its words are others now. */
const findAgain = (
  view: SearchView,
  words: readonly QueryWord[],
  field: TextField,
  pinned: PinnedText,
): FoundText | undefined => {
  const kept = pinned.kept.flatMap((index) => words[index] ?? []);
  if (kept.length === 0 || kept.length !== pinned.rarities.length) return undefined;
  const choice = { words: kept, keptShare: pinned.share };
  return { ...choice, matches: match(view, choice, field, pinned), best: pinned.best, full: pinned.full };
};

/** Finds subjects that match all words, or, where there are none, as many of them as say enough. */
export const findText = (
  view: SearchView,
  words: readonly QueryWord[],
  field: TextField,
  isAsked: IsAsked,
  { pinned, choices = () => fewerWords(words, view) }: FindTextOptions = {},
): FoundText | undefined => {
  if (words.length === 0) return undefined;
  const again = pinned === undefined ? undefined : findAgain(view, words, field, pinned);
  if (again !== undefined) return again.matches.count === 0 ? undefined : again;
  const tryChoice = (choice: WordChoice): FoundText | undefined => {
    const matches = match(view, choice, field);
    if (matches.count === 0) return undefined;
    return {
      ...choice,
      matches,
      best: bestOf(matches, isAsked),
      full: matches.full * strongestWay(choice.words),
    };
  };
  const found = tryChoice({ words, keptShare: 1 });
  if (found !== undefined) return found;
  let left = searchRoomLimits.postingsReadMax;
  for (const choice of choices()) {
    left -= postingsOf(choice.words, view.vocabulary);
    if (left < 0) break;
    const fewer = tryChoice(choice);
    if (fewer !== undefined) return fewer;
  }
  return undefined;
};

/** How well a match fits, 0 to 1; 0 for what is too far below the best to be shown. */
export const textValue = (score: number, { best, full, keptShare }: FoundText): number => {
  if (score < textFigures.cutOffShare * Math.min(best, full)) return 0;
  return full === 0 ? 0 : Math.min(1, score / full) * keptShare;
};
