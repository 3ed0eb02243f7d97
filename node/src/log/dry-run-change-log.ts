import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position, ThingId } from '@openstraat/spec';
import type {
  ChangeLog,
  ChangeLogReader,
  LogHead,
  RangeOptions,
  RecordChange,
  RecordKey,
  RecordTable,
  SeenEntry,
  ThingChange,
} from './change-log.ts';
import type { LevelChangeLog } from './level-change-log.ts';
import { openLevelChangeLog } from './open-level-change-log.ts';

const pageRecords = 1_000;

const byKey = ([left]: readonly [string, string], [right]: readonly [string, string]): number =>
  left < right ? -1 : left > right ? 1 : 0;

/**
 * A log on top of another one that is only read: what is appended changes no thing, and its records go to a scratch folder outside the data folder.
 * So a dry run finds rows that are there twice, and codes that its own rows define, in memory that does not grow with the file.
 */
export class DryRunChangeLog implements ChangeLog {
  readonly #base: ChangeLogReader;
  readonly #scratch: LevelChangeLog;
  readonly #folder: string;

  private constructor(base: ChangeLogReader, scratch: LevelChangeLog, folder: string) {
    this.#base = base;
    this.#scratch = scratch;
    this.#folder = folder;
  }

  static async over(base: ChangeLogReader): Promise<DryRunChangeLog> {
    const folder = await mkdtemp(join(tmpdir(), 'openstraat-dry-run-'));
    const scratch = await openLevelChangeLog(folder, { origin: base.origin, clock: { now: () => Date.now() } });
    return new DryRunChangeLog(base, scratch, folder);
  }

  get origin(): string {
    return this.#base.origin;
  }
  head(): LogHead {
    return this.#base.head();
  }
  failure(): ReturnType<ChangeLogReader['failure']> {
    return this.#base.failure();
  }
  get(id: ThingId): ReturnType<ChangeLogReader['get']> {
    return this.#base.get(id);
  }
  entriesOf(seen: readonly SeenEntry[]): ReturnType<ChangeLogReader['entriesOf']> {
    return this.#base.entriesOf(seen);
  }
  states(ids: readonly ThingId[]): ReturnType<ChangeLogReader['states']> {
    return this.#base.states(ids);
  }
  page(after: Position, limit: number): ReturnType<ChangeLogReader['page']> {
    return this.#base.page(after, limit);
  }
  entries(): ReturnType<ChangeLogReader['entries']> {
    return this.#base.entries();
  }
  ids(prefix: string, range: RangeOptions): ReturnType<ChangeLogReader['ids']> {
    return this.#base.ids(prefix, range);
  }
  async record(table: RecordTable, key: string): Promise<string | undefined> {
    return (await this.#scratch.record(table, key)) ?? this.#base.record(table, key);
  }
  async recordsOf(keys: readonly RecordKey[]): Promise<readonly (string | undefined)[]> {
    const [own, below] = await Promise.all([this.#scratch.recordsOf(keys), this.#base.recordsOf(keys)]);
    return keys.map((_key, index) => own[index] ?? below[index]);
  }
  async records(
    table: RecordTable,
    prefix: string,
    range: RangeOptions,
  ): Promise<readonly (readonly [string, string])[]> {
    const [below, own] = await Promise.all([
      this.#base.records(table, prefix, range),
      this.#scratch.records(table, prefix, range),
    ]);
    // The scratch comes second, so that its value wins.
    return [...new Map([...below, ...own])].toSorted(byKey).slice(0, range.limit);
  }

  async *allRecords(table: RecordTable, prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    for (let after = ''; ;) {
      const page = await this.records(table, prefix, { after, limit: pageRecords });
      yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageRecords) return;
      after = last[0];
    }
  }

  async append(batch: {
    readonly things: readonly ThingChange[];
    readonly records: readonly RecordChange[];
  }): Promise<LogHead> {
    await this.#scratch.append({ things: [], records: batch.records }, { durable: false });
    return this.head();
  }
  async dropTombstones(): Promise<number> {
    return 0;
  }
  async changeOrigin(): Promise<LogHead> {
    return this.head();
  }
  async renewEpoch(): Promise<LogHead> {
    return this.head();
  }
  async backup(): Promise<void> {}
  async verify(): Promise<readonly string[]> {
    return [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#scratch[Symbol.asyncDispose]();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
