import { Fault } from '../model/fault.ts';
import { metaKey } from './keys.ts';
import type { LevelBatch, LevelDatabase } from './level-database.ts';
import { levelFault } from './level-fault.ts';
import { encodeMeta, type LogMeta } from './meta-codec.ts';

/** Writes batches, each with the meta that it leads to, and knows what the disk has. */
export class LevelWriter {
  readonly #database: LevelDatabase;
  #meta: LogMeta;
  #failure: Fault | undefined;

  constructor(database: LevelDatabase, meta: LogMeta) {
    this.#database = database;
    this.#meta = meta;
  }

  /** What the last successful write left. */
  get meta(): LogMeta {
    return this.#meta;
  }

  /** The write that failed, if one did. */
  get failure(): Fault | undefined {
    return this.#failure;
  }

  /** @throws {Fault} after a write that failed: what the disk has is not known until the log is opened again */
  async write(meta: LogMeta, durable: boolean, fill: (batch: LevelBatch) => void): Promise<void> {
    if (this.#failure !== undefined) {
      const { code, message } = this.#failure;
      throw new Fault(code, `The log takes no changes until it is opened again: a write failed. ${message}`, {
        cause: this.#failure,
      });
    }
    const batch: LevelBatch = this.#database.batch();
    try {
      fill(batch);
      batch.put(metaKey, encodeMeta(meta));
      await batch.write({ sync: durable });
    } catch (error) {
      this.#failure = levelFault(error, this.#database.location);
      throw this.#failure;
    }
    this.#meta = meta;
  }
}
