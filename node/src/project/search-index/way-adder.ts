import { findTerm } from './dictionary.ts';
import type { PostingReader } from './posting-reader.ts';
import type { TermGroup } from './search-view.ts';
import { inBase, type TextIndex } from './text-index.ts';

/** Adds up the ways to find one word, one by one, however many there are. */
export class WayAdder {
  readonly #index: TextIndex;
  readonly #reader: PostingReader;

  constructor(index: TextIndex, reader: PostingReader) {
    this.#index = index;
    this.#reader = reader;
  }

  /**
   * Adds the subjects that an alternative finds to `touched`, and to `groupScores` how well it fits those that have all words before.
   * @param done how many words those are
   * @returns how many there are in `touched` then
   */
  add({ terms, weight }: TermGroup['alternatives'][number], mark: string, touchedBefore: number, done: number): number {
    const { groupScores, postings, seen, stage, strengths, touched } = this.#reader.scratch;
    const [only] = terms;
    const isOne = only !== undefined && terms.length === 1;
    let count = isOne ? this.#addFromBase(mark + only, weight, touchedBefore, done) : touchedBefore;
    const matching = isOne ? this.#reader.readDeltas(mark + only, 0) : this.#reader.readCommon(terms, mark);
    for (let at = 0; at < matching; at++) {
      const subject = postings[at] as number;
      if (seen[subject] === 0) {
        seen[subject] = 1;
        touched[count++] = subject;
      }
      if (stage[subject] !== done) continue;
      const score = (strengths[at] as number) * weight;
      if (score > (groupScores[subject] as number)) groupScores[subject] = score;
    }
    return count;
  }

  /** The same for the postings of one term in the base: how strongly it counts is reckoned only where it matters. */
  #addFromBase(term: string, weight: number, touchedBefore: number, done: number): number {
    const { base, rowOf, oldRows } = this.#index;
    const number = findTerm(base.dictionary, term);
    if (number === undefined) return touchedBefore;
    const { postingStarts, postingSubjects, postingWeights } = base;
    const { groupScores, seen, stage, touched } = this.#reader.scratch;
    let count = touchedBefore;
    const end = postingStarts[number + 1] as number;
    for (let at = postingStarts[number] as number; at < end; at++) {
      const subject = postingSubjects[at] as number;
      if (oldRows > 0 && rowOf[subject] !== inBase) continue;
      if (seen[subject] === 0) {
        seen[subject] = 1;
        touched[count++] = subject;
      }
      if (stage[subject] !== done) continue;
      const score = this.#reader.strength(subject, postingWeights[at] as number) * weight;
      if (score > (groupScores[subject] as number)) groupScores[subject] = score;
    }
    return count;
  }
}
