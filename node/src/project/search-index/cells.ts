import { sharedUint32 } from './shared-arrays.ts';

/** Places are parted into so many cells: near ones share a cell, and so do some that are far apart. */
export const cellCount = 128;
/** Numbers of 32 bits that hold a bit a cell. */
export const cellWords = cellCount / 32;

/** Rows and columns of a degree: squares of about a kilometre in Europe. */
const rowsPerDegree = 100;
const columnsPerDegree = 65;

/** The cell of a point. */
export const cellAt = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): number => {
  const row = Math.floor(latitude * rowsPerDegree);
  const column = Math.floor(longitude * columnsPerDegree);
  const hash = Math.imul(row, 0x85ebca6b) ^ Math.imul(column, 0xc2b2ae35);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 25;
};

/** The cells in which each product is offered, or was: a bit a cell, `cellWords` numbers a product. */
export class ProductCells {
  bits: Uint32Array;

  constructor(bits: Uint32Array = sharedUint32(0)) {
    this.bits = bits;
  }

  add(product: number, cell: number): void {
    const at = product * cellWords + (cell >>> 5);
    if (at >= this.bits.length) this.reserve(Math.ceil(product * 1.25) + 1_024);
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (cell & 31));
  }

  /** Makes room for so many products. */
  reserve(products: number): void {
    if (products * cellWords <= this.bits.length) return;
    const larger = sharedUint32(products * cellWords);
    larger.set(this.bits);
    this.bits = larger;
  }
}
