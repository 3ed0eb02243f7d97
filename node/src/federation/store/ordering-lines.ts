interface Line {
  readonly waiting: number[];
  /** Those before were let through: cheaper than moving all that wait. */
  passed: number;
  /** Whether one of its key is under way. */
  isBusy: boolean;
  /** Those that failed and come back later: nobody overtakes them. */
  away: number;
}

const newLine = (isBusy: boolean, away: number): Line => ({ waiting: [], passed: 0, isBusy, away });

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
      this.#lines.set(orderingKey, newLine(true, 0));
      return true;
    }
    line.waiting.push(sequence);
    this.#held += 1;
    return false;
  }

  /** Some of the key come back later: they were told so while one was under way, or by an earlier run. Those behind them wait. */
  leave(orderingKey: string, { count, isUnderWay }: { readonly count: number; readonly isUnderWay: boolean }): void {
    const line = this.#lines.get(orderingKey);
    if (line === undefined && !isUnderWay) this.#lines.set(orderingKey, newLine(false, count));
    else if (line !== undefined && (line.isBusy || !isUnderWay)) line.away += count;
  }

  /** One of the key is back. @returns whether it may go now; undefined when nobody waited for it, so that it stands behind all others */
  comeBack(orderingKey: string, sequence: number): boolean | undefined {
    const line = this.#lines.get(orderingKey);
    if (line === undefined || line.away === 0) return undefined;
    line.away -= 1;
    if (!line.isBusy) {
      line.isBusy = true;
      return true;
    }
    line.waiting.splice(line.passed, 0, sequence);
    this.#held += 1;
    return false;
  }

  /** The one that may go next, now that one of its key is done; undefined when none waits. */
  release(orderingKey: string | undefined): number | undefined {
    const line = orderingKey === undefined ? undefined : this.#lines.get(orderingKey);
    if (orderingKey === undefined || line === undefined) return undefined;
    if (line.away > 0) {
      line.isBusy = false;
      return undefined;
    }
    const next = line.waiting[line.passed];
    if (next === undefined) this.#lines.delete(orderingKey);
    else {
      line.passed += 1;
      this.#held -= 1;
    }
    return next;
  }
}
