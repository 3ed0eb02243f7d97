import type { QueueTables } from './queue-tables.ts';
import { digits } from './tables.ts';

// Sorts behind every key.
const noKey = '~';

/** Knows when the next delayed message is due, and reads those whose time has come without meeting the ones that went before. */
export class DelayedMessages {
  readonly #tables: QueueTables;
  #nextDue = Number.POSITIVE_INFINITY;
  #from = '';

  constructor(tables: QueueTables) {
    this.#tables = tables;
  }

  /** When the next one is due, or earlier; infinite when there is none. */
  get nextDue(): number {
    return this.#nextDue;
  }

  /** Finds what an earlier run left. */
  async find(): Promise<void> {
    this.#expect((await this.#tables.nextDue(this.#from)) ?? Number.POSITIVE_INFINITY);
  }

  /** A message was added. */
  added(dueAt: number): void {
    this.#expect(dueAt);
    const key = digits(dueAt);
    if (key < this.#from) this.#from = key;
  }

  /** Takes those that are due at `now` with `move`, some of them; messages may be added meanwhile. */
  async takeDue(
    now: number,
    move: (due: readonly (readonly [key: string, record: string])[]) => Promise<void>,
  ): Promise<void> {
    if (this.#nextDue > now) return;
    const from = this.#from;
    [this.#nextDue, this.#from] = [Number.POSITIVE_INFINITY, noKey];
    const due = await this.#tables.dueBy(now, from);
    if (due.length > 0) await move(due);
    const reached = due.at(-1)?.[0] ?? from;
    if (reached < this.#from) this.#from = reached;
    this.#expect((await this.#tables.nextDue(reached)) ?? Number.POSITIVE_INFINITY);
  }

  #expect(dueAt: number): void {
    this.#nextDue = Math.min(this.#nextDue, dueAt);
  }
}
