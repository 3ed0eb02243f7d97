/** Numbers in memory that a worker can read too. */
export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(length * 2));
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4));
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * 8));

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
      const larger = sharedUint32(roomFor(this.length));
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
}
