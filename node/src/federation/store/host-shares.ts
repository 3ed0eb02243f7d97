interface Share<T> {
  /** Those that hold a place. */
  taken: number;
  readonly waiting: T[];
  /** Those before were let through: cheaper than moving all that wait. */
  passed: number;
}

/** Keeps the messages of one host from taking all handlers: so many of each have a place, the others wait in their order. */
export class HostShares<T> {
  readonly #size: number;
  readonly #shares = new Map<string, Share<T>>();
  #held = 0;

  /** @param size places of a host */
  constructor(size: number) {
    this.#size = size;
  }

  /** Messages that wait for a place. */
  get held(): number {
    return this.#held;
  }

  /** Whether the message gets a place now; otherwise `leave` will name it. */
  enter(host: string | undefined, message: T): boolean {
    if (host === undefined) return true;
    const share = this.#shares.get(host) ?? { taken: 0, waiting: [], passed: 0 };
    this.#shares.set(host, share);
    if (share.taken < this.#size) {
      share.taken += 1;
      return true;
    }
    share.waiting.push(message);
    this.#held += 1;
    return false;
  }

  /** Gives a place back. @returns the message that has it now; undefined when none waits */
  leave(host: string | undefined): T | undefined {
    const share = host === undefined ? undefined : this.#shares.get(host);
    if (host === undefined || share === undefined) return undefined;
    const next = share.waiting[share.passed];
    if (next !== undefined) {
      share.passed += 1;
      this.#held -= 1;
      return next;
    }
    share.waiting.length = 0;
    share.passed = 0;
    share.taken -= 1;
    if (share.taken === 0) this.#shares.delete(host);
    return undefined;
  }
}
