interface Line {
  readonly waiting: number[];
  /** Those before were let through: cheaper than moving all that wait. */
  passed: number;
}

/** Who may go, when messages of one ordering key go one at a time in their order. */
export class OrderingLines {
  readonly #lines = new Map<string, Line>();
  #held = 0;

  /** Messages that wait for another of their key. */
  get held(): number {
    return this.#held;
  }

  /** Whether the message may go now; otherwise `release` will name it, after those before it. */
  admit(orderingKey: string | undefined, sequence: number): boolean {
    if (orderingKey === undefined) return true;
    const line = this.#lines.get(orderingKey);
    if (line === undefined) {
      this.#lines.set(orderingKey, { waiting: [], passed: 0 });
      return true;
    }
    line.waiting.push(sequence);
    this.#held += 1;
    return false;
  }

  /** The one that may go next, now that one of its key is done; undefined when none waits. */
  release(orderingKey: string | undefined): number | undefined {
    const line = orderingKey === undefined ? undefined : this.#lines.get(orderingKey);
    if (orderingKey === undefined || line === undefined) return undefined;
    const next = line.waiting[line.passed];
    if (next === undefined) this.#lines.delete(orderingKey);
    else {
      line.passed += 1;
      this.#held -= 1;
    }
    return next;
  }
}
