import { ClassicLevel } from 'classic-level';
import { type LevelDatabase, scan } from '../../log/level-database.ts';
import type { Fault } from '../../model/fault.ts';
import { GroupWriter } from './group-writer.ts';
import { withStoreFaults } from './store-fault.ts';
import { keyInTable, type Row, storedKey, tableEnd, type TableName } from './tables.ts';

/** Which rows of a table to read: all, unless it says less. */
export interface RowRange {
  readonly after?: string | undefined;
  readonly from?: string | undefined;
  /** The first key that is not read. */
  readonly before?: string | undefined;
  readonly reverse?: boolean | undefined;
  /** At most so many. */
  readonly limit: number;
}

/** A database in a folder, not yet open: state is small, so its buffers are. */
export const storeDatabase = (folder: string): LevelDatabase =>
  new ClassicLevel(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'utf8',
    compression: true,
    writeBufferSize: 8 << 20,
    cacheSize: 4 << 20,
    maxFileSize: 4 << 20,
  });

// One read brings no more bytes than this into memory, and one row at least.
const readBytes = 4 << 20;

/** The tables of federation: reads of any, writes of several together. */
export class StoreDatabase {
  readonly #level: LevelDatabase;
  readonly #writer: GroupWriter;

  constructor(level: LevelDatabase, onFault: (fault: Fault) => void) {
    this.#level = level;
    this.#writer = new GroupWriter(level, onFault);
  }

  /** Why it takes no writes; undefined while it does. */
  get failure(): Fault | undefined {
    return this.#writer.failure;
  }

  /** The value of a key; undefined when there is none. */
  get(table: TableName, key: string): Promise<string | undefined> {
    return withStoreFaults(this.#level.location, () => this.#level.get(storedKey(table, key)));
  }

  /** Rows in the order of their keys; fewer than the limit when they are large, but one at least where there is one. */
  read(table: TableName, range: RowRange): Promise<(readonly [key: string, value: string])[]> {
    return withStoreFaults(this.#level.location, async () => {
      const iterator = this.#level.iterator({ ...levelRange(table, range), highWaterMarkBytes: readBytes });
      try {
        const pairs = await iterator.nextv(range.limit);
        return pairs.map(([key, value]) => [keyInTable(table, key), value] as const);
      } finally {
        await iterator.close();
      }
    });
  }

  /** Every row of a table, some at a time. */
  async *all(table: TableName): AsyncGenerator<(readonly [key: string, value: string])[]> {
    let after: string | undefined;
    for (;;) {
      const rows = await this.read(table, { after, limit: 1_000 });
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)?.[0];
    }
  }

  /** Rows of some tables with their keys in the database, all of one instant. */
  async *copy(tables: readonly TableName[]): AsyncGenerator<[string, string][]> {
    const snapshot = this.#level.snapshot();
    try {
      for (const table of tables)
        yield* scan(this.#level, { gte: storedKey(table, ''), lt: tableEnd(table) }, { snapshot });
    } finally {
      await snapshot.close();
    }
  }

  /** Keys in order, without reading values. */
  keys(table: TableName, range: RowRange): Promise<string[]> {
    return withStoreFaults(this.#level.location, async () => {
      const keys = await this.#level.keys(levelRange(table, range)).all();
      return keys.map((key) => keyInTable(table, key));
    });
  }

  /**
   * Writes rows together or not at all; `durable`: answers when the disk has them.
   * @throws {Fault} `disk-full` and others
   */
  write(rows: readonly Row[], durable: boolean): Promise<void> {
    return this.#writer.write(rows, durable);
  }

  /** Finishes the writes that were asked, and closes. */
  async close(): Promise<void> {
    await this.#writer.close();
    await this.#level.close();
  }
}

const levelRange = (table: TableName, { after, from, before, reverse, limit }: RowRange) => ({
  ...(after === undefined ? { gte: storedKey(table, from ?? '') } : { gt: storedKey(table, after) }),
  lt: before === undefined ? tableEnd(table) : storedKey(table, before),
  reverse: reverse === true,
  limit,
  fillCache: false,
});
