import type { LevelBatch, LevelDatabase } from '../../log/level-database.ts';
import { Fault } from '../../model/fault.ts';
import { storeLimits } from '../limits.ts';
import { storeFault } from './store-fault.ts';
import { type Row, storedKey } from './tables.ts';

interface Waiting {
  readonly rows: readonly Row[];
  readonly durable: boolean;
  readonly resolve: () => void;
  readonly reject: (fault: Fault) => void;
}

/**
 * Writes in the order of the calls. What is asked while a write is under way goes together in the next one,
 * so that many callers share one sync. After a write that failed it takes no more: what the disk has is not known until it is opened again.
 */
export class GroupWriter {
  readonly #database: LevelDatabase;
  readonly #onFault: (fault: Fault) => void;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: Fault | undefined;

  constructor(database: LevelDatabase, onFault: (fault: Fault) => void) {
    this.#database = database;
    this.#onFault = onFault;
  }

  /** The write that failed, or that it was closed. */
  get failure(): Fault | undefined {
    return this.#failure;
  }

  /**
   * Writes rows together or not at all; `durable`: answers when the disk has them.
   * @throws {Fault} `disk-full` and others; the same for every call after one that failed
   */
  write(rows: readonly Row[], durable: boolean): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ rows, durable, resolve, reject });
    this.#writing ??= this.#writeAll();
    return promise;
  }

  /** Takes no more, and waits for what was asked. */
  async close(): Promise<void> {
    this.#failure ??= new Fault('internal', `The federation state in ${this.#database.location} is closed.`);
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      try {
        await this.#writeGroup(group);
        for (const { resolve } of group) resolve();
      } catch (error) {
        this.#fail(storeFault(error, this.#database.location), [...group, ...this.#waiting.splice(0)]);
      }
    }
    this.#writing = undefined;
  }

  #takeGroup(): Waiting[] {
    let rows = 0;
    const end = this.#waiting.findIndex(({ rows: { length } }, index) => {
      rows += length;
      return index > 0 && rows > storeLimits.groupRowsMax;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const batch: LevelBatch = this.#database.batch();
    for (const { rows } of group)
      for (const { table, key, value } of rows) {
        if (value === undefined) batch.del(storedKey(table, key));
        else batch.put(storedKey(table, key), value);
      }
    await batch.write({ sync: group.some(({ durable }) => durable) });
  }

  #fail(fault: Fault, group: readonly Waiting[]): void {
    this.#failure = fault;
    for (const { reject } of group) reject(fault);
    this.#onFault(fault);
  }
}
