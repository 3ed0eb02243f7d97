import { type Candidate, PageHeap } from './page-heap.ts';
import type { Question } from './question.ts';
import { rankingFigures, type RankingTier, rankingTiers, scoreSteps } from './ranking.ts';
import { absoluteId } from './selection.ts';
import type { Plan } from './search-plan.ts';
import { seedHash, tieOf } from './tie.ts';
import { waitOf } from './wait-of.ts';

/** A candidate, and the tier that it is in. */
export interface TierCandidate extends Candidate {
  readonly tier: RankingTier;
}

/** Room for a page and one more; none in a tier that a page before has been through. */
const heapFor = ({ cursor, limit }: Question, tier: RankingTier): PageHeap => {
  // Behind the first offers of a barcode come its others: the same product again, and nothing else.
  if (cursor?.offer !== undefined) return new PageHeap(tier === cursor.tier ? 1 : 0, undefined);
  const from = cursor === undefined ? 0 : rankingTiers.indexOf(cursor.tier);
  const at = rankingTiers.indexOf(tier);
  return new PageHeap(at < from ? 0 : limit + 1, at === from ? cursor : undefined);
};

/** The best of a page, tier by tier. */
export class PageTiers {
  readonly #plan: Plan;
  readonly #origin: string;
  readonly #seed: number;
  readonly found: PageHeap;
  readonly carried: PageHeap;
  readonly farther: PageHeap;

  constructor(plan: Plan, origin: string) {
    this.#plan = plan;
    this.#origin = origin;
    this.#seed = seedHash(plan.question.seed);
    this.found = heapFor(plan.question, 'found');
    this.carried = heapFor(plan.question, 'carried');
    this.farther = heapFor(plan.question, 'farther');
  }

  get isEmpty(): boolean {
    return rankingTiers.every((tier) => this[tier].candidates.length === 0);
  }

  /** Is there room left for what is farther? */
  get wantsFarther(): boolean {
    return this.#plan.question.where !== undefined && !(this.found.isFull && this.found.size > 0);
  }

  /** The score below which nothing can come into a heap any more, before rounding; -1 while everything can. */
  leastFor(heap: PageHeap): number {
    return Math.max(-1, (heap.stepsMin - 1) / rankingFigures.scoreSteps);
  }

  put(heap: PageHeap, subject: number, text: number, sum: number): void {
    const steps = scoreSteps(sum);
    if (steps < heap.stepsMin) return;
    const id = absoluteId(this.#plan.view.subjectId(subject), this.#origin);
    heap.offer({ subject, text, steps, id, tie: tieOf(this.#seed, id, waitOf(this.#plan, subject)) });
  }

  /** All tiers, one behind the other. */
  results(): readonly TierCandidate[] {
    return rankingTiers.flatMap((tier) =>
      this[tier].candidates.map((candidate): TierCandidate => ({ ...candidate, tier })),
    );
  }
}
