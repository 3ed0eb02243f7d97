import { findTerm } from './dictionary.ts';
import { none, type TextField } from './search-view.ts';
import { inBase, type TextIndex } from './text-index.ts';
import { createTextScratch, type TextScratch } from './text-scratch.ts';
import { bm25, weightSteps } from './text-weights.ts';

/** Reads which subjects have a term, of the base and of what changed since, and how strongly. */
export class PostingReader {
  readonly #index: TextIndex;
  #scratch = createTextScratch(0);
  #bySubject: Uint16Array = new Uint16Array(0);
  /** `k1 * (1 - b)`, and `k1 * b / average length`, of the field that is searched. */
  #saturation = 0;
  #saturationPerWord = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Makes ready to read a field, of so many words in a text on average. */
  start(field: TextField, wordsMean: number): TextScratch {
    const { bySubject } = this.#index.lengths[field];
    if (this.#scratch.scores.length < bySubject.length) this.#scratch = createTextScratch(bySubject.length);
    this.#bySubject = bySubject;
    this.#saturation = bm25.k1 * (1 - bm25.b);
    this.#saturationPerWord = wordsMean === 0 ? 0 : (bm25.k1 * bm25.b) / wordsMean;
    return this.#scratch;
  }

  /** Room for every subject; another after `start`. */
  get scratch(): TextScratch {
    return this.#scratch;
  }

  /** Finds the subjects that have a term, in `postings` and `strengths` (BM25 without the rarity of the term). @returns how many */
  read(term: string): number {
    const { base, rowOf, oldRows } = this.#index;
    const { postings, strengths } = this.#scratch;
    let count = 0;
    const inDictionary = findTerm(base.dictionary, term);
    if (inDictionary !== undefined) {
      const { postingStarts, postingSubjects, postingWeights } = base;
      const end = postingStarts[inDictionary + 1] ?? 0;
      for (let at = postingStarts[inDictionary] ?? 0; at < end; at++) {
        const subject = postingSubjects[at] as number;
        if (oldRows > 0 && rowOf[subject] !== inBase) continue;
        postings[count] = subject;
        strengths[count++] = this.strength(subject, postingWeights[at] as number);
      }
    }
    return this.readDeltas(term, count);
  }

  /** The same for the subjects that have all these terms: each counts as their average. @returns how many */
  readCommon(terms: readonly string[], mark: string): number {
    const { started, parts, partScores, postings, strengths } = this.#scratch;
    let starts = 0;
    for (const [place, term] of terms.entries()) {
      const count = this.read(mark + term);
      for (let at = 0; at < count; at++) {
        const subject = postings[at] as number;
        if (parts[subject] !== place) continue;
        if (place === 0) started[starts++] = subject;
        parts[subject] = place + 1;
        partScores[subject] = (partScores[subject] as number) + (strengths[at] as number);
      }
    }
    let common = 0;
    for (let at = 0; at < starts; at++) {
      const subject = started[at] as number;
      if (parts[subject] === terms.length) {
        postings[common] = subject;
        strengths[common++] = (partScores[subject] as number) / terms.length;
      }
      parts[subject] = 0;
      partScores[subject] = 0;
    }
    return common;
  }

  /** Adds the subjects whose changed texts have a term. @returns how many there are then */
  readDeltas(term: string, countBefore: number): number {
    const { deltas, rowOf } = this.#index;
    const { postings, strengths } = this.#scratch;
    let count = countBefore;
    for (const delta of deltas) {
      const { array: rows } = delta.postingRows;
      const { array: subjects } = delta.rowSubjects;
      const { array: previous } = delta.previous;
      const number = delta.find(term);
      const last = number === undefined ? none : (delta.heads.array[number] ?? none);
      for (let at = last; at !== none; at = previous[at] ?? none) {
        const row = rows[at] ?? 0;
        const subject = subjects[row - delta.firstRow] ?? 0;
        if (rowOf[subject] !== row) continue;
        postings[count] = subject;
        strengths[count++] = this.strength(subject, delta.postingWeights[at] ?? 0);
      }
    }
    return count;
  }

  /** How much the length of a text weakens its words. */
  saturationOf(subject: number): number {
    return this.#saturation + this.#saturationPerWord * (this.#bySubject[subject] ?? 0);
  }

  /** How strongly a word counts for a subject, by its weight in steps. */
  strength(subject: number, steps: number): number {
    return strengthOf(steps, this.saturationOf(subject));
  }
}

/** How strongly a word counts (BM25 without its rarity), by its weight in steps. */
export const strengthOf = (steps: number, saturation: number): number => {
  const weight = steps / weightSteps;
  return (weight * (bm25.k1 + 1)) / (weight + saturation);
};
