import { compactLimits } from './limits.ts';

const [words, wordBits] = [4, 64n];

/** A number of 256 bits for each row that has one, as digests are made of. */
export class DigestColumn {
  readonly #pieces: (BigUint64Array | undefined)[] = [];
  #bytes = 0;

  /** What it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** 0 until it is set. */
  get(row: number): bigint {
    const piece = this.#pieces[Math.floor(row / compactLimits.rowsAtOnce)];
    if (piece === undefined) return 0n;
    const from = (row % compactLimits.rowsAtOnce) * words;
    return piece.subarray(from, from + words).reduce((high, word) => (high << wordBits) | word, 0n);
  }

  set(row: number, value: bigint): void {
    const at = Math.floor(row / compactLimits.rowsAtOnce);
    let piece = this.#pieces[at];
    if (piece === undefined) {
      piece = this.#pieces[at] = new BigUint64Array(compactLimits.rowsAtOnce * words);
      this.#bytes += piece.byteLength;
    }
    const from = (row % compactLimits.rowsAtOnce) * words;
    let rest = value;
    for (let word = words - 1; word >= 0; word--) {
      // The array keeps the lower 64 bits.
      piece[from + word] = rest;
      rest >>= wordBits;
    }
  }
}
