import { languageLimits } from '../limits.ts';
import { remember } from '../remember.ts';
import { dutchStem } from '../stems/dutch-stem.ts';
import { compoundFronts, compoundNouns, countingHeads, openHeads, wholeWords } from './nouns.ts';

/** A compound, as stems: `kat` and `voer`. Without its first parts where only the last is known. */
export interface Compound {
  readonly parts: readonly string[];
  /** Whether the parts are the whole word. */
  readonly complete: boolean;
  /** Which part says what it is: the last, or the one before a word that only counts (`set`). */
  readonly head: number;
}

const [partMin, wordMin, openFrontMin] = [3, 6, 4];
const partsMax = 3;
const vowel = /[aeiouy]/;

const stemsOf = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(dutchStem));
const nouns = stemsOf(compoundNouns);
const fronts = new Set([...nouns, ...stemsOf(compoundFronts)]);
const wholes = stemsOf(wholeWords);
const heads = stemsOf(openHeads);
const counting = stemsOf(countingHeads);

/** Plurals in -er, which are words in front only. */
const oldPlurals: ReadonlyMap<string, string> = new Map([
  ['kinder', 'kind'],
  ['eier', 'ei'],
  ['runder', 'rund'],
]);

/** `zonne`, `katten`, `kinder`, `stads`: what stands in front, with the letters that link it. */
const frontOf = (word: string): string | undefined => {
  if (compoundFronts.has(word)) return word;
  const stem = oldPlurals.get(word) ?? dutchStem(word);
  if (fronts.has(stem)) return stem;
  if (!word.endsWith('s')) return undefined;
  const unlinked = dutchStem(word.slice(0, -1));
  return fronts.has(unlinked) ? unlinked : undefined;
};

const split = (word: string, partsLeft: number): readonly string[] | undefined => {
  for (let at = partMin; at <= word.length - partMin; at++) {
    const head = dutchStem(word.slice(at));
    if (!nouns.has(head)) continue;
    const front = frontOf(word.slice(0, at));
    if (front !== undefined) return [front, head];
    const deeper =
      partsLeft > 2 && !wholes.has(dutchStem(word.slice(0, at))) ? split(word.slice(0, at), partsLeft - 1) : undefined;
    if (deeper !== undefined) return [...deeper, head];
  }
  return undefined;
};

const splitOpen = (word: string, stem: string): string | undefined => {
  for (let at = openFrontMin; at <= word.length - partMin; at++) {
    const head = dutchStem(word.slice(at));
    // The stem tells `koksmes` from `volumes`.
    if (heads.has(head) && stem.endsWith(head) && vowel.test(word.slice(0, at))) return head;
  }
  return undefined;
};

/** `schroevendraaierset`: whatever stands before is what it is a set of. */
const splitCounted = (word: string): readonly string[] | undefined => {
  for (let at = openFrontMin; at <= word.length - partMin; at++) {
    const head = dutchStem(word.slice(at));
    if (counting.has(head) && vowel.test(word.slice(0, at))) return [dutchStem(word.slice(0, at)), head];
  }
  return undefined;
};

/** Takes a folded Dutch word apart into nouns of a curated list; undefined where it is no compound of them. */
export const splitCompound: (word: string) => Compound | undefined = remember((word) => {
  if (word.length < wordMin || !/^[a-z]+$/.test(word)) return undefined;
  const stem = dutchStem(word);
  if (stem.length < wordMin || wholes.has(stem)) return undefined;
  const parts = split(word, partsMax) ?? splitCounted(word);
  if (parts !== undefined) {
    const last = parts.length - 1;
    return { parts, complete: true, head: counting.has(parts[last] ?? '') ? last - 1 : last };
  }
  const head = splitOpen(word, stem);
  return head === undefined || head === stem ? undefined : { parts: [head], complete: false, head: 0 };
}, languageLimits.rememberedWordsMax);
