import { cellCount, cellWords } from '../project/search-index/cells.ts';
import { noCell, type SearchView } from '../project/search-index/search-view.ts';

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

  /** Takes up the places at these nearnesses; what is 0 or less is not near at all. */
  start({ locations, locationEnd }: SearchView, nearnessOf: (location: number) => number): void {
    this.#nearest.fill(0);
    for (let location = 0; location < locationEnd; location++) {
      const cell = locations.cell[location] ?? noCell;
      const nearness = nearnessOf(location);
      if (cell !== noCell && nearness > (this.#nearest[cell] ?? 0)) this.#nearest[cell] = nearness;
    }
    this.#masks.fill(0);
    for (let step = 0; step <= steps; step++)
      for (let cell = 0; cell < cellCount; cell++)
        if ((this.#nearest[cell] ?? 0) > step / steps) {
          const at = step * cellWords + (cell >>> 5);
          this.#masks[at] = (this.#masks[at] ?? 0) | (1 << (cell & 31));
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
