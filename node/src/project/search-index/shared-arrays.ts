/** From so many bytes on, memory comes from the system and goes back to it. */
const pagedBytesMin = 128 << 10;

/**
 * Memory that a worker can read too. What may grow (it never does) is mapped by V8 itself, and unmapped when it is given up;
 * what the C library hands out for the arrays of one merge after another would stay with the process as holes.
 */
const sharedBytes = (bytes: number): SharedArrayBuffer =>
  bytes < pagedBytesMin ? new SharedArrayBuffer(bytes) : new SharedArrayBuffer(bytes, { maxByteLength: bytes });

/** Numbers in memory that a worker can read too. Their length is given, or it would be looked up at every access. */
export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(sharedBytes(length), 0, length);
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(sharedBytes(length * 2), 0, length);
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(sharedBytes(length * 4), 0, length);
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(sharedBytes(length * 8), 0, length);

/** A copy of the first `length` numbers. */
export const copyOfUint32 = (from: Uint32Array, length: number): Uint32Array => {
  const copy = sharedUint32(length);
  copy.set(from.subarray(0, length));
  return copy;
};

/** Room for `needed` and a quarter more, so that arrays that grow are not copied at every step. */
export const roomFor = (needed: number): number => Math.ceil(needed * 1.25) + 1_024;

/** Numbers that only ever get more; `array` may be longer than `length`. */
export class Uint32List {
  array: Uint32Array = sharedUint32(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) {
      // Doubled: what is outgrown stays in memory until the garbage collector comes by.
      const larger = sharedUint32(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
}
