import { none } from './search-view.ts';
import { roomFor } from './shared-arrays.ts';

const segmentBits = 6;
const segmentCount = 1 << segmentBits;
const slotsMin = 16;

const hashOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

const isAscii = (id: string): boolean => {
  for (let at = 0; at < id.length; at++) if (id.charCodeAt(at) > 0x7f) return false;
  return true;
};

/**
 * Ids by number, and numbers by id: characters one behind the other, where strings would take several times as much, and each might hold on to the
 * document that it was cut from. Numbers are found by open addressing, in segments that grow one by one, so that no growth takes long.
 */
export class IdTable {
  length = 0;
  #characters = Buffer.alloc(0);
  /** Where each id ends, and its hash. */
  #ends = new Uint32Array(0);
  #hashes = new Uint32Array(0);
  readonly #segments = Array.from({ length: segmentCount }, () => new Uint32Array(slotsMin).fill(none));
  readonly #taken = new Uint32Array(segmentCount);
  /** Ids with other characters than ASCII has: few, and kept whole. */
  readonly #others = new Map<number, string>();

  /** Makes room for about so many ids at once. */
  reserve(ids: number): void {
    if (ids > this.#ends.length) this.#grow(ids);
  }

  /** The id of a number; empty where there is none. */
  idOf(number: number): string {
    if (number >= this.length) return '';
    const start = this.#start(number);
    const end = this.#ends[number] ?? 0;
    return start === end ? (this.#others.get(number) ?? '') : this.#characters.toString('latin1', start, end);
  }

  find(id: string): number | undefined {
    return this.#findHashed(id, hashOf(id));
  }

  /** The number of an id, which is added where it is new. */
  numberOf(id: string): number {
    const hash = hashOf(id);
    const known = this.#findHashed(id, hash);
    if (known !== undefined) return known;
    const number = this.length;
    if (number === this.#ends.length) this.#grow(roomFor(number));
    const start = this.#start(number);
    this.length += 1;
    this.#hashes[number] = hash;
    this.#ends[number] = start + this.#write(number, id, start);
    this.#addToSlots(number, hash);
    return number;
  }

  #start(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  /** @returns how many characters it took */
  #write(number: number, id: string, start: number): number {
    if (id === '' || !isAscii(id)) {
      this.#others.set(number, id);
      return 0;
    }
    if (start + id.length > this.#characters.length) {
      const larger = Buffer.alloc(roomFor(start + id.length));
      larger.set(this.#characters);
      this.#characters = larger;
    }
    return this.#characters.write(id, start, 'latin1');
  }

  #findHashed(id: string, hash: number): number | undefined {
    const slots = this.#segments[hash >>> (32 - segmentBits)];
    if (slots === undefined) return undefined;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? none;
      if (number === none) return undefined;
      if (this.#hashes[number] === hash && this.#equals(number, id)) return number;
    }
  }

  #equals(number: number, id: string): boolean {
    const start = this.#start(number);
    const end = this.#ends[number] ?? 0;
    if (start === end) return this.#others.get(number) === id;
    if (end - start !== id.length) return false;
    const characters = this.#characters;
    for (let at = 0; at < id.length; at++) if (characters[start + at] !== id.charCodeAt(at)) return false;
    return true;
  }

  #addToSlots(number: number, hash: number): void {
    const segment = hash >>> (32 - segmentBits);
    const taken = (this.#taken[segment] ?? 0) + 1;
    this.#taken[segment] = taken;
    let slots = this.#segments[segment] ?? new Uint32Array(0);
    if (taken * 4 > slots.length * 3) {
      const larger = new Uint32Array(slots.length * 2).fill(none);
      for (const other of slots) if (other !== none) this.#put(larger, other);
      slots = larger;
      this.#segments[segment] = slots;
    }
    this.#put(slots, number);
  }

  #put(slots: Uint32Array, number: number): void {
    const mask = slots.length - 1;
    let slot = (this.#hashes[number] ?? 0) & mask;
    while (slots[slot] !== none) slot = (slot + 1) & mask;
    slots[slot] = number;
  }

  #grow(length: number): void {
    const ends = new Uint32Array(length);
    ends.set(this.#ends);
    this.#ends = ends;
    const hashes = new Uint32Array(length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }
}
