import type { QueryWord, Vocabulary } from '../language/language.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';

/** How much of what a query says its words carry beside the thing itself, and how much of it must be kept. */
export const fewerWordsFigures = {
  /** A colour, a size, an age. */
  describing: 0.1,
  /** A word that nobody has and no list knows: a brand, as a rule. */
  unknown: 0.2,
  /** What is to be done with it: left out only where nobody does it. */
  action: 0.5,
  /** A word behind `met` or `voor`. */
  aside: 0.25,
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
const subjectsWith = ({ alternatives }: QueryWord, vocabulary: Pick<Vocabulary, 'subjectsWith'>): number =>
  Math.max(0, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => vocabulary.subjectsWith(term)))));

/** How much a word says: the fewer subjects have it, the more. */
const rarityOf = (subjects: number, all: number): number => Math.log(1 + (all - subjects + 0.5) / (subjects + 0.5));

interface Weighed {
  readonly word: QueryWord;
  readonly index: number;
  readonly subjects: number;
  readonly rarity: number;
}

/**
 * The word that says what is looked for: the last that is a word for a thing, as in Dutch, English and German.
 * In `jupe coton` the list of nouns tells.
 */
const headOf = (weighed: readonly Weighed[]): Weighed | undefined => {
  const found = weighed.filter(({ subjects }) => subjects > 0);
  const isThing = ({ word }: Weighed): boolean => word.role === undefined;
  // Only what it is like: `iets roods`.
  if (!weighed.some(isThing)) return found.at(-1);
  const things = found.filter(isThing);
  return (
    things.findLast(({ word }) => word.isKnown === true) ??
    things.findLast(({ word }) => word.correctedTo === undefined) ??
    things.at(-1)
  );
};

const weightOf = ({ word, subjects, rarity }: Weighed, head: Weighed): number => {
  if (word.role !== undefined) return Math.min(rarity, head.rarity) * fewerWordsFigures[word.role];
  return subjects === 0 || word.correctedTo !== undefined ? head.rarity * fewerWordsFigures.unknown : rarity;
};

/**
 * Choices of words to try where what matches all of them is nothing, those that keep most first. What the thing is stays;
 * a thing by name that nobody has is not found by what it is like (`rode paraplu`).
 */
export const fewerWords = (words: readonly QueryWord[], view: SearchView): readonly WordChoice[] => {
  const all = Math.max(1, view.subjectEnd);
  const weighed = words.map((word, index): Weighed => {
    const subjects = subjectsWith(word, view.vocabulary);
    return { word, index, subjects, rarity: rarityOf(subjects, all) };
  });
  const isMissing = weighed.some(
    ({ word, subjects }) => subjects === 0 && word.role === undefined && word.isKnown === true,
  );
  const head = headOf(weighed);
  if (isMissing || head === undefined) return [];
  const weights = weighed.map((one) => (one === head ? one.rarity : weightOf(one, head)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const choice = (left: ReadonlySet<number>): WordChoice => ({
    words: words.filter((_, index) => !left.has(index)),
    keptShare: weights.reduce((sum, weight, index) => (left.has(index) ? sum : sum + weight), 0) / (total || 1),
  });
  const unfound = weighed.filter(({ subjects }) => subjects === 0).map(({ index }) => index);
  const isActionFound = weighed.some(({ word, subjects }) => word.role === 'action' && subjects > 0);
  // Of `telefoon repareren` neither is left out: another thing repaired is not what was meant, nor a telephone.
  const mayGo = ({ word: { role } }: Weighed): boolean => !isActionFound || role === 'describing' || role === 'aside';
  const lightestFirst = weighed
    .filter((one) => one !== head && one.subjects > 0 && mayGo(one))
    .toSorted((one, other) => (weights[one.index] ?? 0) - (weights[other.index] ?? 0) || one.index - other.index)
    .map(({ index }) => index);
  const alone = lightestFirst.map((index) => choice(new Set([...unfound, index])));
  const together = lightestFirst.map((_, last) => choice(new Set([...unfound, ...lightestFirst.slice(0, last + 1)])));
  return [
    ...(unfound.length === 0 ? [] : [choice(new Set(unfound))]),
    // Each of two alone, then more and more together: what is left in the end is the thing itself.
    ...alone.slice(0, 2),
    ...together.slice(1),
  ]
    .filter(({ keptShare }) => keptShare >= fewerWordsFigures.keptShareMin)
    .toSorted((first, second) => second.keptShare - first.keptShare)
    .slice(0, searchRoomLimits.wordsLeftOutMax);
};
