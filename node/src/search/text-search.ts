import type { QueryWord, Vocabulary } from '../language/language.ts';
import {
  none,
  type SearchView,
  type TextField,
  type TextMatches,
  type TextMeasure,
} from '../project/search-index/search-view.ts';
import { fewerWords, type WordChoice } from './fewer-words.ts';
import { searchRoomLimits } from './limits.ts';
import type { PinnedText } from './text-measure.ts';

/** Figures of how words are matched; `npm run bench -- relevance` shows what they do. */
export const textFigures = {
  /** What fits less than this share of what fits best is left out. */
  cutOffShare: 0.45,
  /** What fits less than this is a mention, not the thing itself: places that carry it are the better answer. */
  strongMin: 0.68,
  /** Where words were left out, what is left must fit something so well: what some text mentions is not what was meant. */
  namedMin: 0.5,
  /** What fits less than this may have the words by chance. */
  wellMin: 0.85,
} as const;

/** How many postings are read to find these words. */
export const postingsOf = (words: readonly QueryWord[], vocabulary: Pick<Vocabulary, 'subjectsWith'>): number =>
  words
    .flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))
    .reduce((sum, term) => sum + vocabulary.subjectsWith(term), 0);

const match = (view: SearchView, { words }: WordChoice, field: TextField, measure?: TextMeasure): TextMatches =>
  view.match(
    words.map(({ alternatives }) => ({ alternatives })),
    field,
    measure,
  );

/** Subjects whose words fit; valid until the next match. */
export interface FoundText extends WordChoice {
  readonly matches: TextMatches;
  /** The best score of what is asked for. */
  readonly best: number;
  /** The score that counts as 1. */
  readonly full: number;
  /** How many choices of words have been tried, all words first. */
  readonly tried: number;
}

/** A word that is in no text counts by the best way to find it: a corrected word can't be found as it was typed. */
export const strongestWay = (words: readonly QueryWord[]): number =>
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
  /** So many choices have been tried, and what they match is left out by something else. */
  readonly tried?: number;
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
  return { ...choice, matches: match(view, choice, field, pinned), best: pinned.best, full: pinned.full, tried: 0 };
};

/** Is anything called by these words, or does any place carry them? */
export const isNamed = (
  view: SearchView,
  words: readonly QueryWord[],
  namedMin: number = textFigures.namedMin,
): boolean => {
  const choice = { words, keptShare: 1 };
  const matches = match(view, choice, 'text');
  const best = bestOf(matches, () => true);
  return (
    (matches.count > 0 && best >= namedMin * matches.full * strongestWay(words)) ||
    match(view, choice, 'assortment').count > 0
  );
};

const isThing = ({ role }: QueryWord): boolean => role === undefined;

/** May what has all the words have them by chance? Where it fits less than well, and some words say what the thing is like. */
const mayBeChance = ({ words, best, full }: FoundText): boolean =>
  best < textFigures.wellMin * full && words.some(isThing) && !words.every(isThing);

/** Is what has all the words the thing itself? A `fietskrat klein` has both words of `kleine fiets`, and is no bicycle. Matches anew. */
const isThingItself = (view: SearchView, found: FoundText, field: TextField, isAsked: IsAsked): boolean => {
  const { words, matches } = found;
  const things = words.filter(isThing);
  const rarities = words.map((word) => (isThing(word) ? 1 : 0));
  const ofThings = match(view, found, field, { ...matches.measure, rarities });
  return bestOf(ofThings, isAsked) >= textFigures.namedMin * ofThings.full * strongestWay(things);
};

/** Finds subjects that match all words, or, where there are none, as many of them as say enough. */
export const findText = (
  view: SearchView,
  words: readonly QueryWord[],
  field: TextField,
  isAsked: IsAsked,
  { pinned, choices = () => fewerWords(words, view), tried = 0 }: FindTextOptions = {},
): FoundText | undefined => {
  if (words.length === 0) return undefined;
  const again = pinned === undefined ? undefined : findAgain(view, words, field, pinned);
  if (again !== undefined) return again.matches.count === 0 ? undefined : again;
  const tryChoice = (choice: WordChoice, number: number): FoundText | undefined => {
    const matches = match(view, choice, field);
    if (matches.count === 0) return undefined;
    const best = bestOf(matches, isAsked);
    return { ...choice, matches, best, full: matches.full * strongestWay(choice.words), tried: number };
  };
  const all: WordChoice = { words, keptShare: 1 };
  const hasAll = tryChoice(all, 1);
  const isSure = hasAll !== undefined && !mayBeChance(hasAll);
  if (isSure && tried === 0) return hasAll;
  const isMeant = isSure || (hasAll !== undefined && isThingItself(view, hasAll, field, isAsked));
  if (isMeant && tried === 0) return tryChoice(all, 1);
  let left = searchRoomLimits.postingsReadMax;
  const fewer = choices();
  for (const [index, choice] of fewer.entries()) {
    left -= postingsOf(choice.words, view.vocabulary);
    if (left < 0) break;
    const found = index + 1 < tried ? undefined : tryChoice(choice, index + 2);
    if (found !== undefined && found.best >= textFigures.namedMin * found.full) return found;
  }
  const last = fewer.length + 2;
  return hasAll === undefined || isMeant || tried >= last ? undefined : tryChoice(all, last);
};

/** How well a match fits, 0 to 1; 0 for what is too far below the best to be shown. */
export const textValue = (score: number, { best, full, keptShare }: FoundText): number => {
  if (score < textFigures.cutOffShare * Math.min(best, full)) return 0;
  return full === 0 ? 0 : Math.min(1, score / full) * keptShare;
};

/** Has anything all these words, and those that are not among the `others` by name? A town in an address and a day in a description are none. */
export const isInName = (view: SearchView, words: readonly QueryWord[], others: readonly QueryWord[]): boolean => {
  const choice = { words, keptShare: 1 };
  const { count, measure } = match(view, choice, 'text');
  if (count === 0) return false;
  const texts = new Set(others.map(({ word }) => word));
  const named = words.filter(({ word }) => !texts.has(word));
  if (named.length === 0) return true;
  // Nothing is called by a typing error.
  if (named.some(({ correctedTo }) => correctedTo !== undefined)) return false;
  const rarities = words.map(({ word }) => (texts.has(word) ? 0 : 1));
  const found = match(view, choice, 'text', { ...measure, rarities });
  return bestOf(found, () => true) >= textFigures.namedMin * found.full * strongestWay(named);
};
