import { compareWithinTier, type RankedWithinTier } from './rank-order.ts';

/** A result that may come onto the page, before its documents are read. */
export interface Candidate extends RankedWithinTier {
  readonly subject: number;
  /** How well the words fit. */
  readonly text: number;
}

/** The best results of one tier, in order, behind the place where the page before ended. */
export class PageHeap {
  readonly size: number;
  readonly #after: RankedWithinTier | undefined;
  readonly #best: Candidate[] = [];

  /** @param after the last result of the page before; undefined on the first page */
  constructor(size: number, after: RankedWithinTier | undefined) {
    this.size = size;
    this.#after = after;
  }

  get candidates(): readonly Candidate[] {
    return this.#best;
  }

  get isFull(): boolean {
    return this.#best.length >= this.size;
  }

  /** Scores below this can't come onto the page any more. */
  get stepsMin(): number {
    return this.isFull ? (this.#best.at(-1)?.steps ?? -Infinity) : -Infinity;
  }

  /** Takes a candidate where it belongs; what falls off the end, or stood on a page before, goes. */
  offer(candidate: Candidate): void {
    if (this.#after !== undefined && compareWithinTier(candidate, this.#after) <= 0) return;
    const last = this.#best.at(-1);
    if (this.isFull && (last === undefined || compareWithinTier(candidate, last) > 0)) return;
    let at = this.#best.length;
    while (at > 0 && compareWithinTier(candidate, this.#best[at - 1] ?? candidate) < 0) at--;
    this.#best.splice(at, 0, candidate);
    if (this.#best.length > this.size) this.#best.pop();
  }
}
