/** A result that may come onto the page, before its documents are read. */
export interface Candidate {
  readonly subject: number;
  /** Score in whole steps. */
  readonly steps: number;
  readonly tie: number;
  /** Absolute id. */
  readonly id: string;
  /** How well the words fit. */
  readonly text: number;
}

type Key = Pick<Candidate, 'steps' | 'tie' | 'id'>;

/** Within one tier: the higher score, then the lower tie, then the id. */
export const compareCandidates = (one: Key, other: Key): number =>
  other.steps - one.steps || one.tie - other.tie || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** The best results of one tier, in order, behind the place where the page before ended. */
export class PageHeap {
  readonly size: number;
  readonly #after: Key | undefined;
  readonly #best: Candidate[] = [];

  /** @param after the last result of the page before; undefined on the first page */
  constructor(size: number, after: Key | undefined) {
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
    if (this.#after !== undefined && compareCandidates(candidate, this.#after) <= 0) return;
    const last = this.#best.at(-1);
    if (this.isFull && (last === undefined || compareCandidates(candidate, last) > 0)) return;
    let at = this.#best.length;
    while (at > 0 && compareCandidates(candidate, this.#best[at - 1] ?? candidate) < 0) at--;
    this.#best.splice(at, 0, candidate);
    if (this.#best.length > this.size) this.#best.pop();
  }
}
