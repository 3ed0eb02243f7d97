import { none } from '../project/search-index/search-view.ts';
import type { NearProducts } from './near-products.ts';
import { scoreMax } from './ranking.ts';

/** Fine enough to stop near where nothing behind can come onto the page, coarse enough to sort in no time. */
const steps = 64;
const stepOf = (score: number): number => Math.min(steps - 1, Math.floor(score * steps));

/** Visits products by the most that they can score, so that a search may stop where nothing behind scores enough. One is made a process. */
export class FallingScores {
  #scores = new Float64Array(0);
  /** Places in what was found, best scores first. */
  #ordered = new Uint32Array(0);
  readonly #starts = new Uint32Array(steps + 1);

  /**
   * Visits products, those that can score most first; those that differ by less than a step come as they were found.
   * @param mayCome whether what scores at most so much may still come onto the page: products that may not are passed over
   */
  visit(
    found: NearProducts,
    mayCome: (scoreMax: number) => boolean,
    visit: (product: number, text: number) => void,
  ): void {
    this.#sort(found);
    const { count, products, texts } = found;
    for (let step = steps - 1, at = 0; at < count && mayCome((step + 1) / steps); step--)
      for (const end = this.#starts[step] ?? 0; at < end; at++) {
        const place = this.#ordered[at] ?? none;
        if (mayCome(this.#scores[place] ?? 0)) visit(products[place] ?? none, texts[place] ?? 0);
      }
  }

  /** Sorts by counting. Behind it, `#starts` says where those of each step end. */
  #sort({ count, products, texts, nearness }: NearProducts): void {
    if (count > this.#ordered.length) {
      this.#ordered = new Uint32Array(products.length);
      this.#scores = new Float64Array(products.length);
    }
    const [scores, ordered] = [this.#scores, this.#ordered];
    const starts = this.#starts.fill(0);
    for (let at = 0; at < count; at++) {
      const score = scoreMax(texts[at] as number, nearness[at] as number);
      scores[at] = score;
      const step = stepOf(score);
      starts[step] = (starts[step] as number) + 1;
    }
    for (let step = steps - 1, sum = 0; step >= 0; step--) {
      const here = starts[step] as number;
      starts[step] = sum;
      sum += here;
    }
    for (let at = 0; at < count; at++) {
      const step = stepOf(scores[at] as number);
      const place = starts[step] as number;
      ordered[place] = at;
      starts[step] = place + 1;
    }
  }
}
