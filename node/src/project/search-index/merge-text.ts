import { type Dictionary, packDictionary, termAt, termCount } from './dictionary.ts';
import { letterBits } from './letters.ts';
import { searchIndexLimits } from './limits.ts';
import { none } from './search-view.ts';
import { sharedUint32, sharedUint8 } from './shared-arrays.ts';
import type { TextBase } from './text-base.ts';
import { inBase, type TextMergeInput } from './text-index.ts';
import { isWord, wordOf } from './words.ts';

/** Part of a text: terms and weights between two places, with the numbers of the base (0) or of a delta (1, 2, …). */
type VisitRow = (terms: Uint32Array, weights: Uint8Array, from: number, to: number, part: number) => void;

/** The rows that count, of the base and of the deltas, as one. */
interface Rows {
  readonly starts: Uint32Array;
  readonly visit: (subject: number, visit: VisitRow) => void;
}

const countingRows = (input: TextMergeInput): Rows => {
  const { base, deltas, subjectEnd, rowOf } = input;
  const visit: Rows['visit'] = (subject, visitor) => {
    const row = rowOf[subject] ?? none;
    if (row === none) return;
    if (row === inBase) {
      const { rowStarts, rowTerms, rowWeights } = base;
      visitor(rowTerms, rowWeights, rowStarts[subject] ?? 0, rowStarts[subject + 1] ?? 0, 0);
      return;
    }
    const index = deltas.findLastIndex(({ firstRow }) => firstRow <= row);
    const delta = deltas[index];
    if (delta === undefined) return;
    const { rowStarts, firstRow, rowEnd, postings } = delta;
    const to = row + 1 < rowEnd ? (rowStarts[row - firstRow + 1] ?? 0) : postings;
    visitor(delta.postingTerms, delta.postingWeights, rowStarts[row - firstRow] ?? 0, to, index + 1);
  };
  const starts = sharedUint32(subjectEnd + 1);
  for (let subject = 0; subject < subjectEnd; subject++) {
    starts[subject + 1] = starts[subject] ?? 0;
    visit(subject, (_terms, _weights, from, to) => {
      starts[subject + 1] = (starts[subject] ?? 0) + to - from;
    });
  }
  return { starts, visit };
};

/** The terms that are still in a text, and the new number of each old one: of the base, then of each delta. */
interface Renumbering {
  readonly terms: readonly string[];
  readonly numbers: readonly Uint32Array[];
}

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const renumber = ({ base, deltas, subjectEnd }: TextMergeInput, rows: Rows): Renumbering => {
  const ofBase = new Uint32Array(termCount(base.dictionary)).fill(none);
  const ofDeltas = deltas.map(({ terms }) => new Uint32Array(terms.length).fill(none));
  const numbers = [ofBase, ...ofDeltas];
  for (let subject = 0; subject < subjectEnd; subject++)
    rows.visit(subject, (terms, _weights, from, to, part) => {
      const used = numbers[part];
      if (used !== undefined) for (let at = from; at < to; at++) used[terms[at] ?? 0] = 0;
    });
  const changed = deltas.flatMap(({ terms }, index) => terms.filter((_, number) => ofDeltas[index]?.[number] === 0));
  const sorted = [...new Set(changed)].toSorted(byCodeUnits);
  const terms: string[] = [];
  const newNumbers = new Map<string, number>();
  let next = 0;
  const addChangedUpTo = (term: string | undefined): void => {
    for (; next < sorted.length; next++) {
      const other = sorted[next] ?? '';
      if (term !== undefined && other > term) return;
      if (other !== term) newNumbers.set(other, terms.push(other) - 1);
    }
  };
  for (let number = 0; number < ofBase.length; number++) {
    if (ofBase[number] === none) continue;
    const term = termAt(base.dictionary, number);
    const isChanged = (sorted[next] ?? term) <= term;
    if (isChanged) addChangedUpTo(term);
    ofBase[number] = terms.push(term) - 1;
    if (sorted[next - 1] === term) newNumbers.set(term, terms.length - 1);
  }
  addChangedUpTo(undefined);
  for (const [index, { terms: old }] of deltas.entries())
    for (const [number, term] of old.entries()) {
      const ofDelta = ofDeltas[index];
      if (ofDelta?.[number] === 0) ofDelta[number] = newNumbers.get(term) ?? none;
    }
  return { terms, numbers };
};

/** Words (not stems) in order of their length, and where each length starts. */
const sortByLength = (terms: readonly string[]): Pick<TextBase, 'wordsByLength' | 'lengthStarts'> => {
  const lengthStarts = sharedUint32(searchIndexLimits.termCharactersMax + 2);
  const lengths = terms.map((term) => (isWord(term) ? wordOf(term).length : none));
  for (const length of lengths) if (length !== none) lengthStarts[length + 1] = (lengthStarts[length + 1] ?? 0) + 1;
  for (let length = 1; length < lengthStarts.length; length++)
    lengthStarts[length] = (lengthStarts[length] ?? 0) + (lengthStarts[length - 1] ?? 0);
  const wordsByLength = sharedUint32(lengthStarts.at(-1) ?? 0);
  const places = lengthStarts.slice();
  for (const [number, length] of lengths.entries()) {
    if (length === none) continue;
    const place = places[length] ?? 0;
    wordsByLength[place] = number;
    places[length] = place + 1;
  }
  return { wordsByLength, lengthStarts };
};

const invert = (
  terms: number,
  { rowStarts, rowTerms, rowWeights }: Pick<TextBase, 'rowStarts' | 'rowTerms' | 'rowWeights'>,
): Pick<TextBase, 'postingStarts' | 'postingSubjects' | 'postingWeights'> => {
  const postingStarts = sharedUint32(terms + 1);
  for (const term of rowTerms) postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term++)
    postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + (postingStarts[term] ?? 0);
  const postingSubjects = sharedUint32(rowTerms.length);
  const postingWeights = sharedUint8(rowTerms.length);
  const places = postingStarts.slice();
  for (let subject = 0; subject + 1 < rowStarts.length; subject++) {
    const end = rowStarts[subject + 1] ?? 0;
    for (let at = rowStarts[subject] ?? 0; at < end; at++) {
      const term = rowTerms[at] ?? 0;
      const place = places[term] ?? 0;
      postingSubjects[place] = subject;
      postingWeights[place] = rowWeights[at] ?? 0;
      places[term] = place + 1;
    }
  }
  return { postingStarts, postingSubjects, postingWeights };
};

/** Makes a base of a base and what changed since: pure, for a worker or in place. */
export const mergeText = (input: TextMergeInput): TextBase => {
  const rows = countingRows(input);
  const { terms, numbers } = renumber(input, rows);
  const rowTerms = sharedUint32(rows.starts[input.subjectEnd] ?? 0);
  const rowWeights = sharedUint8(rowTerms.length);
  let place = 0;
  for (let subject = 0; subject < input.subjectEnd; subject++)
    rows.visit(subject, (oldTerms, weights, from, to, part) => {
      const newNumbers = numbers[part];
      for (let at = from; at < to; at++, place++) {
        rowTerms[place] = newNumbers?.[oldTerms[at] ?? 0] ?? 0;
        rowWeights[place] = weights[at] ?? 0;
      }
    });
  const ownRows = { rowStarts: rows.starts, rowTerms, rowWeights };
  const dictionary: Dictionary = packDictionary(terms);
  const letters = sharedUint32(terms.length);
  for (const [number, term] of terms.entries()) letters[number] = letterBits(wordOf(term));
  return { dictionary, letters, ...sortByLength(terms), ...invert(terms.length, ownRows), ...ownRows };
};
