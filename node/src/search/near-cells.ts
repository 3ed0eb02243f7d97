import { cellWords } from '../project/search-index/cells.ts';
import { noCell } from '../project/search-index/search-view.ts';

/**
 * Cells that have places near enough, so that products that are offered in none of them are passed over without a look at their offers.
 * A cell has places that are far away too: where it says yes, the offers must be looked at.
 */
export class NearCells {
  /** A bit a cell. */
  readonly bits = new Uint32Array(cellWords);

  /** Forgets all places. */
  clear(): void {
    this.bits.fill(0);
  }

  /** Takes up the cell of a place. */
  add(cell: number): void {
    if (cell !== noCell) this.bits[cell >>> 5] = (this.bits[cell >>> 5] as number) | (1 << (cell & 31));
  }

  /** Whether a product may be offered near. */
  mayOffer(productCells: Uint32Array, product: number): boolean {
    const at = product * cellWords;
    for (let word = 0; word < cellWords; word++)
      if (((productCells[at + word] as number) & (this.bits[word] as number)) !== 0) return true;
    return false;
  }
}
