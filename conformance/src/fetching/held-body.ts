import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Below this a body is held as it is. */
export const packedAboveBytes = 8 * 1024;

/** A body that takes little room until somebody reads it: evidence waits long, and is read a few times. */
export class HeldBody {
  readonly #kept: Buffer;
  readonly #isPacked: boolean;
  /** A body that is read by many checks in a row is unpacked once. */
  #unpacked: WeakRef<Buffer>;

  constructor(body: Buffer) {
    const packed = body.length > packedAboveBytes ? zstdCompressSync(body) : body;
    this.#isPacked = packed.length < body.length;
    this.#kept = this.#isPacked ? packed : body;
    this.#unpacked = new WeakRef(body);
  }

  /** How much room it takes. */
  get heldBytes(): number {
    return this.#kept.length;
  }

  /** The body as it was answered. */
  read(): Buffer {
    if (!this.#isPacked) return this.#kept;
    const known = this.#unpacked.deref();
    if (known !== undefined) return known;
    const body = zstdDecompressSync(this.#kept);
    this.#unpacked = new WeakRef(body);
    return body;
  }
}
