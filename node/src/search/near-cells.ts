import { cellCount, cellWords } from '../project/search-index/cells.ts';
import { noCell } from '../project/search-index/search-view.ts';
import type { SubjectTexts } from './subject-texts.ts';

/** How finely it is told how near a cell is. */
const steps = 32;

/**
 * Which cells have places that are near enough, so that products that are offered in none of them are passed over without a look at their offers.
 * A cell has places that are far away too: where it says yes, the offers must be looked at.
 */
export class NearCells {
  /** The nearness of the nearest place of each cell. */
  readonly #nearest = new Float64Array(cellCount);
  /** The cells nearer than each step, `cellWords` numbers a step. */
  readonly #masks = new Uint32Array((steps + 1) * cellWords);

  /** Forgets all places. */
  clear(): void {
    this.#nearest.fill(0);
  }

  /** Takes up a place. */
  add(cell: number, nearness: number): void {
    if (cell !== noCell && nearness > (this.#nearest[cell] ?? 0)) this.#nearest[cell] = nearness;
  }

  /** Makes ready to answer, once all places are taken up. */
  finish(): void {
    const masks = this.#masks.fill(0);
    for (let cell = 0; cell < cellCount; cell++) {
      const nearness = this.#nearest[cell] ?? 0;
      if (nearness === 0) continue;
      // The last step that it is nearer than; the cell counts in all those before.
      const at = (Math.ceil(nearness * steps) - 1) * cellWords + (cell >>> 5);
      masks[at] = (masks[at] ?? 0) | (1 << (cell & 31));
    }
    for (let at = steps * cellWords - 1; at >= 0; at--) masks[at] = (masks[at] ?? 0) | (masks[at + cellWords] ?? 0);
  }

  /** Picks the products that may be offered near. All at once: one by one, each would wait for its cells to come from memory. */
  pick({ count, found, texts }: SubjectTexts, productCells: Uint32Array, picked: SubjectTexts): void {
    picked.start(found.length);
    for (let at = 0; at < count; at++) {
      const product = found[at] as number;
      if (this.mayOffer(productCells, product, 0)) picked.add(product, texts[at] as number);
    }
  }

  /** Whether a product may be offered nearer than that. */
  mayOffer(productCells: Uint32Array, product: number, nearnessMin: number): boolean {
    const step = Math.min(steps, Math.floor(nearnessMin * steps)) * cellWords;
    const at = product * cellWords;
    for (let word = 0; word < cellWords; word++)
      if (((productCells[at + word] as number) & (this.#masks[step + word] as number)) !== 0) return true;
    return false;
  }
}
