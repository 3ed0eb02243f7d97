import { sharedUint16, sharedUint32 } from './shared-arrays.ts';

/** Terms in order of their UTF-16 code units, one behind the other in one array. */
export interface Dictionary {
  readonly characters: Uint16Array;
  /** Where each term starts; one more than there are terms. */
  readonly starts: Uint32Array;
}

export const emptyDictionary: Dictionary = { characters: sharedUint16(0), starts: sharedUint32(1) };

/** How many terms there are. */
export const termCount = ({ starts }: Dictionary): number => starts.length - 1;

/** Puts terms, sorted by code units, behind each other. */
export const packDictionary = (sortedTerms: readonly string[]): Dictionary => {
  const starts = sharedUint32(sortedTerms.length + 1);
  for (const [index, term] of sortedTerms.entries()) starts[index + 1] = (starts[index] ?? 0) + term.length;
  const characters = sharedUint16(starts[sortedTerms.length] ?? 0);
  let at = 0;
  for (const term of sortedTerms)
    for (let index = 0; index < term.length; index++) characters[at++] = term.charCodeAt(index);
  return { characters, starts };
};

/** The term of a number. */
export const termAt = ({ characters, starts }: Dictionary, number: number): string =>
  String.fromCharCode(...characters.subarray(starts[number], starts[number + 1]));

/** Below, at or above zero, as the term of a number stands before, at or behind `term`. */
export const compareTerm = ({ characters, starts }: Dictionary, number: number, term: string): number => {
  const start = starts[number] ?? 0;
  const length = (starts[number + 1] ?? 0) - start;
  const shared = Math.min(length, term.length);
  for (let index = 0; index < shared; index++) {
    const difference = (characters[start + index] ?? 0) - term.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return length - term.length;
};

/** The first number whose term is `term` or stands behind it. */
export const lowerBound = (dictionary: Dictionary, term: string): number => {
  let low = 0;
  let high = termCount(dictionary);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareTerm(dictionary, middle, term) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The number of a term; undefined when it is not there. */
export const findTerm = (dictionary: Dictionary, term: string): number | undefined => {
  const number = lowerBound(dictionary, term);
  return number < termCount(dictionary) && compareTerm(dictionary, number, term) === 0 ? number : undefined;
};
