import { findTerm } from './dictionary.ts';
import { type PostingReader, strengthOf } from './posting-reader.ts';
import { none, type TermGroup } from './search-view.ts';
import { inBase, type TextIndex } from './text-index.ts';

type Alternative = TermGroup['alternatives'][number];

/** Lists of postings that are read side by side. */
const listsMax = 3;

/** Finds subjects by one word that there are few ways to find: its lists of postings are read side by side, each from front to back. */
export class SideBySide {
  readonly #index: TextIndex;
  readonly #reader: PostingReader;

  constructor(index: TextIndex, reader: PostingReader) {
    this.#index = index;
    this.#reader = reader;
  }

  /** Whether the ways to find a word can be read so. */
  canRead(alternatives: readonly Alternative[]): boolean {
    return alternatives.length <= listsMax && alternatives.every(({ terms }) => terms.length === 1);
  }

  /** Finds subjects by any of the ways, in `found` and `outScores`. @returns how many */
  read(alternatives: readonly Alternative[], mark: string): number {
    return this.#addFromDeltas(alternatives, mark, this.#readBase(alternatives, mark));
  }

  #readBase(alternatives: readonly Alternative[], mark: string): number {
    const { base, rowOf, oldRows } = this.#index;
    const { postingStarts, postingSubjects, postingWeights } = base;
    const { found, outScores } = this.#reader.scratch;
    const places = new Uint32Array(listsMax);
    const ends = new Uint32Array(listsMax);
    /** The next subject of each list; `none` behind its end. */
    const next = new Uint32Array(listsMax).fill(none);
    const weights = new Float64Array(listsMax);
    let lists = 0;
    for (const { terms, weight } of alternatives) {
      const term = findTerm(base.dictionary, mark + terms[0]);
      if (term === undefined) continue;
      const start = postingStarts[term] as number;
      places[lists] = start;
      ends[lists] = postingStarts[term + 1] as number;
      next[lists] = start < (ends[lists] as number) ? (postingSubjects[start] as number) : none;
      weights[lists++] = weight;
    }
    let count = 0;
    for (;;) {
      let subject = next[0] as number;
      for (let list = 1; list < lists; list++) if ((next[list] as number) < subject) subject = next[list] as number;
      if (subject === none) return count;
      const saturation = this.#reader.saturationOf(subject);
      let best = 0;
      for (let list = 0; list < lists; list++) {
        if (next[list] !== subject) continue;
        const place = places[list] as number;
        best = Math.max(best, strengthOf(postingWeights[place] as number, saturation) * (weights[list] as number));
        places[list] = place + 1;
        next[list] = place + 1 < (ends[list] as number) ? (postingSubjects[place + 1] as number) : none;
      }
      // Where nothing has changed since the merge, all of it counts.
      if (oldRows > 0 && rowOf[subject] !== inBase) continue;
      found[count] = subject;
      outScores[count++] = best;
    }
  }

  /** Adds what has changed since the merge: none of it is found in the base. @returns how many there are in all */
  #addFromDeltas(alternatives: readonly Alternative[], mark: string, countBefore: number): number {
    const { found, outScores, postings, strengths } = this.#reader.scratch;
    if (this.#index.deltas.length === 0) return countBefore;
    const best = new Map<number, number>();
    for (const { terms, weight } of alternatives) {
      const matching = this.#reader.readDeltas(mark + terms[0], 0);
      for (let at = 0; at < matching; at++) {
        const subject = postings[at] as number;
        best.set(subject, Math.max(best.get(subject) ?? 0, (strengths[at] as number) * weight));
      }
    }
    let count = countBefore;
    for (const [subject, score] of best) {
      found[count] = subject;
      outScores[count++] = score;
    }
    return count;
  }
}
