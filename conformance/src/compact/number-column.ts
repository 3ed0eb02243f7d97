import { compactLimits } from './limits.ts';

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A number for each row, 0 until it is set. It grows in pieces: nothing is copied, and rows that are never set take nothing. */
export class NumberColumn {
  readonly #pieces: (Numbers | undefined)[] = [];
  readonly #lay: (rows: number) => Numbers;
  #bytes = 0;

  /** @param numbers what one of them takes: `Uint8Array` a byte, `Float64Array` eight */
  constructor(numbers: new (rows: number) => Numbers) {
    this.#lay = (rows) => new numbers(rows);
  }

  /** What it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  get(row: number): number {
    return this.#pieces[Math.floor(row / compactLimits.rowsAtOnce)]?.[row % compactLimits.rowsAtOnce] ?? 0;
  }

  set(row: number, value: number): void {
    const at = Math.floor(row / compactLimits.rowsAtOnce);
    let piece = this.#pieces[at];
    if (piece === undefined) {
      if (value === 0) return;
      piece = this.#pieces[at] = this.#lay(compactLimits.rowsAtOnce);
      this.#bytes += piece.byteLength;
    }
    piece[row % compactLimits.rowsAtOnce] = value;
  }
}
