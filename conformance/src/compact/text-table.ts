import { hash, randomInt } from 'node:crypto';
import { compactLimits } from './limits.ts';
import { NumberColumn } from './number-column.ts';

const { textBytesMax, beginningLength, textBytesAtOnce } = compactLimits;

/** Where the beginning ends; a text in which it stands is held so too. */
const hashMark = '… SHA-256 ';

/** What is held of a text: the text itself, unless it is too long, or no UTF-8 can be made of it. Held forms of two texts are never the same. */
export const heldFormOf = (text: string): string =>
  text.isWellFormed() && Buffer.byteLength(text) <= textBytesMax && !text.includes(hashMark)
    ? text
    : `${text.slice(0, beginningLength).toWellFormed()}${hashMark}${hash('sha256', Buffer.from(text, 'utf16le'), 'hex')}`;

/** Texts that may be millions, each once, by the number of their row: a fifth of what a `Map` of strings takes. */
export class TextTable {
  #size = 0;
  /** The number behind a row's, where its text is looked for; 0 where none is. */
  #slots = new Uint32Array(64);
  readonly #pieces: Buffer[] = [];
  /** Bytes of the last piece that are used. */
  #laid = 0;
  /** Where a row's text starts in the pieces laid end to end, and its bytes. */
  readonly #starts = new NumberColumn(Float64Array);
  readonly #hashes = new NumberColumn(Uint32Array);
  readonly #lengths = new NumberColumn(Uint16Array);
  readonly #text = Buffer.alloc(textBytesMax);
  // Nobody outside knows which texts would meet in one slot.
  readonly #seed = randomInt(2 ** 32);

  get size(): number {
    return this.#size;
  }

  /** What it takes. */
  get bytes(): number {
    const columns = this.#starts.bytes + this.#hashes.bytes + this.#lengths.bytes;
    return columns + this.#slots.byteLength + this.#pieces.length * textBytesAtOnce;
  }

  /** The row of a text; undefined where there is none. */
  rowOf(text: string): number | undefined {
    const length = this.#text.write(heldFormOf(text));
    return this.#row(this.#slotOf(length, this.#hashOf(length)));
  }

  /** The row of a text, a new one where there was none. */
  add(text: string): number {
    const length = this.#text.write(heldFormOf(text));
    const hashed = this.#hashOf(length);
    const slot = this.#slotOf(length, hashed);
    const known = this.#row(slot);
    if (known !== undefined) return known;
    const row = this.#size++;
    this.#append(row, length);
    this.#hashes.set(row, hashed);
    this.#slots[slot] = row + 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return row;
  }

  /** The held form of a row's text. */
  text(row: number): string {
    const start = this.#starts.get(row);
    const from = start % textBytesAtOnce;
    return this.#pieceAt(start).toString('utf8', from, from + this.#lengths.get(row));
  }

  #pieceAt(start: number): Buffer {
    const piece = this.#pieces[Math.floor(start / textBytesAtOnce)];
    if (piece === undefined) throw new RangeError('there is no such row');
    return piece;
  }

  #row(slot: number): number | undefined {
    const behind = this.#slots[slot] ?? 0;
    return behind === 0 ? undefined : behind - 1;
  }

  #append(row: number, length: number): void {
    if (this.#pieces.length === 0 || this.#laid + length > textBytesAtOnce) {
      this.#pieces.push(Buffer.allocUnsafeSlow(textBytesAtOnce));
      this.#laid = 0;
    }
    const start = (this.#pieces.length - 1) * textBytesAtOnce + this.#laid;
    this.#text.copy(this.#pieceAt(start), this.#laid, 0, length);
    this.#laid += length;
    this.#starts.set(row, start);
    this.#lengths.set(row, length);
  }

  #hashOf(length: number): number {
    let hashed = this.#seed;
    for (let at = 0; at < length; at++) {
      hashed = Math.imul(hashed ^ (this.#text[at] ?? 0), 0x5bd1e995);
      hashed ^= hashed >>> 15;
    }
    return hashed >>> 0;
  }

  /** The slot of the text that was written last, or the free one where it belongs. */
  #slotOf(length: number, hashed: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hashed & last; ; slot = (slot + 1) & last) {
      const row = this.#row(slot);
      if (row === undefined) return slot;
      if (this.#hashes.get(row) === hashed && this.#isText(row, length)) return slot;
    }
  }

  #isText(row: number, length: number): boolean {
    if (this.#lengths.get(row) !== length) return false;
    const start = this.#starts.get(row);
    const from = start % textBytesAtOnce;
    return this.#text.compare(this.#pieceAt(start), from, from + length, 0, length) === 0;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const last = this.#slots.length - 1;
    for (let row = 0; row < this.#size; row++) {
      let slot = this.#hashes.get(row) & last;
      while (this.#row(slot) !== undefined) slot = (slot + 1) & last;
      this.#slots[slot] = row + 1;
    }
  }
}
