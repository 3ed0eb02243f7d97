import type { Position, ThingId } from '@openstraat/spec';
import { backupManifest } from './backup-manifest.ts';
import type {
  ChangeLog,
  ChangeLogOptions,
  LogEntry,
  LogHead,
  LogPage,
  RangeOptions,
  RecordChange,
  RecordKey,
  RecordTable,
  SeenEntry,
  ThingChange,
  ThingState,
} from './change-log.ts';
import { checkBatch, checkRangeLimit } from './check-batch.ts';
import { encodeEntry } from './entry-codec.ts';
import { emptyHead, planAppend, withoutTombstones } from './head.ts';
import { compareKeys, entryKey, metaKey, recordKey, stateKey, tombstoneKey } from './keys.ts';
import { encodeMeta } from './meta-codec.ts';
import { randomEpoch } from './random-epoch.ts';
import { Recount } from './recount.ts';
import { encodeState } from './state-codec.ts';
import { storedTextHash } from './stored-text.ts';
import { writeBackup } from './write-backup.ts';

/** A change log that lasts as long as the process: for tests. */
export class MemoryChangeLog implements ChangeLog {
  readonly #options: ChangeLogOptions;
  readonly #states = new Map<ThingId, ThingState>();
  /** In order of position: a change only ever adds at the end. */
  readonly #entries = new Map<Position, LogEntry>();
  readonly #records = new Map<string, string>();
  #origin: string;
  #head: LogHead;

  constructor(options: ChangeLogOptions) {
    this.#options = options;
    this.#origin = options.origin;
    this.#head = emptyHead(this.#newEpoch());
  }

  get origin(): string {
    return this.#origin;
  }

  head(): LogHead {
    return this.#head;
  }

  failure(): undefined {
    return undefined;
  }

  async get(id: ThingId): Promise<LogEntry | undefined> {
    const state = this.#states.get(id);
    return state === undefined ? undefined : this.#entries.get(state.position);
  }

  entriesOf(seen: readonly SeenEntry[]): Promise<readonly (LogEntry | undefined)[]> {
    return Promise.all(seen.map(({ id }) => this.get(id)));
  }

  async states(ids: readonly ThingId[]): Promise<readonly (ThingState | undefined)[]> {
    return ids.map((id) => this.#states.get(id));
  }

  async page(after: Position, limit: number): Promise<LogPage> {
    checkRangeLimit(limit);
    const entries = this.#entries
      .values()
      .filter(({ position }) => position > after)
      .take(limit + 1)
      .toArray();
    return { head: this.#head, more: entries.length > limit, entries: entries.slice(0, limit) };
  }

  async *entries(): AsyncGenerator<readonly LogEntry[]> {
    yield [...this.#entries.values()];
  }

  async ids(prefix: string, range: RangeOptions): Promise<readonly ThingId[]> {
    checkRangeLimit(range.limit);
    const live = this.#states
      .entries()
      .filter(([, { hash }]) => hash !== undefined)
      .map(([id]) => id);
    return inRange(live, prefix, range);
  }

  async record(table: RecordTable, key: string): Promise<string | undefined> {
    return this.#records.get(recordKey(table, key));
  }

  async recordsOf(keys: readonly RecordKey[]): Promise<readonly (string | undefined)[]> {
    return keys.map(({ table, key }) => this.#records.get(recordKey(table, key)));
  }

  async records(
    table: RecordTable,
    prefix: string,
    range: RangeOptions,
  ): Promise<readonly (readonly [string, string])[]> {
    checkRangeLimit(range.limit);
    return this.#recordsIn(table, prefix, range);
  }

  async *allRecords(table: RecordTable, prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    yield this.#recordsIn(table, prefix, { limit: Number.MAX_SAFE_INTEGER });
  }

  async append(batch: {
    readonly things: readonly ThingChange[];
    readonly records: readonly RecordChange[];
  }): Promise<LogHead> {
    const { things, records } = batch;
    checkBatch(things, records);
    const { firstPosition, head } = planAppend(things, this.#head, this.#origin, this.#options.clock.now());
    for (const [index, change] of things.entries()) this.#put(firstPosition + index, change);
    for (const { table, key, value } of records) {
      if (value === undefined) this.#records.delete(recordKey(table, key));
      else this.#records.set(recordKey(table, key), value);
    }
    this.#head = head;
    return head;
  }

  async dropTombstones(upTo: Position): Promise<number> {
    const dropped = this.#entries
      .values()
      .filter(({ position, text }) => position <= upTo && text === undefined)
      .toArray();
    for (const { position, id } of dropped) {
      this.#entries.delete(position);
      this.#states.delete(id);
    }
    this.#head = withoutTombstones(
      this.#head,
      dropped.map(({ position }) => position),
    );
    return dropped.length;
  }

  async changeOrigin(origin: string): Promise<LogHead> {
    const recount = new Recount(origin);
    for (const entry of this.#entries.values()) {
      const hash = entry.text === undefined ? undefined : storedTextHash(entry.text, origin);
      recount.add(entry, hash);
      const state = this.#states.get(entry.id);
      if (state !== undefined) this.#states.set(entry.id, { ...state, hash });
    }
    this.#origin = origin;
    this.#head = { ...this.#head, digest: recount.digest, epoch: this.#newEpoch() };
    return this.#head;
  }

  async renewEpoch(): Promise<LogHead> {
    this.#head = { ...this.#head, epoch: this.#newEpoch() };
    return this.#head;
  }

  async backup(folder: string): Promise<void> {
    const manifest = backupManifest(this.#head, this.#origin, this.#options.clock.now());
    const stored = this.#stored();
    await writeBackup(
      folder,
      manifest,
      (async function* chunks() {
        yield stored;
      })(),
    );
  }

  async verify(): Promise<readonly string[]> {
    const recount = new Recount(this.#origin);
    for (const entry of this.#entries.values()) {
      recount.add(entry, entry.text === undefined ? undefined : storedTextHash(entry.text, this.#origin));
    }
    const wrongHashes = this.#states.entries().flatMap(([id, { position, hash }]) => {
      const text = this.#entries.get(position)?.text;
      const agrees = hash === (text === undefined ? undefined : storedTextHash(text, this.#origin));
      return agrees ? [] : [`The state of ${id} at ${position} does not carry the hash of its text.`];
    });
    return [...wrongHashes, ...recount.differences(this.#head)];
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #newEpoch(): string {
    return (this.#options.randomEpoch ?? randomEpoch)();
  }

  #recordsIn(table: RecordTable, prefix: string, range: RangeOptions): readonly (readonly [string, string])[] {
    const room = recordKey(table, '');
    const keys = this.#records
      .keys()
      .filter((key) => key.startsWith(room))
      .map((key) => key.slice(room.length));
    return inRange(keys, prefix, range).map((key) => [key, this.#records.get(room + key) ?? ''] as const);
  }

  #put(position: Position, { id, kind, text, hash, observedAt, previous }: ThingChange): void {
    if (previous !== undefined) this.#entries.delete(previous.position);
    this.#entries.set(position, { position, kind, id, text });
    this.#states.set(id, { kind, position, hash, observedAt });
  }

  /** Everything, as the Level log stores it. */
  #stored(): [string, string][] {
    const tombstones = this.#entries.values().filter(({ text }) => text === undefined);
    return [
      ...this.#entries
        .values()
        .map(({ position, id, text }): [string, string] => [entryKey(position), encodeEntry(id, text)]),
      ...this.#states.entries().map(([id, state]): [string, string] => [stateKey(id), encodeState(state)]),
      ...tombstones.map(({ position, id }): [string, string] => [tombstoneKey(position), id]),
      ...this.#records,
      [metaKey, encodeMeta({ origin: this.#origin, head: this.#head, originChange: undefined })],
    ];
  }
}

const inRange = <K extends string>(keys: Iterable<K>, prefix: string, { after, limit }: RangeOptions): K[] =>
  [...keys]
    .filter((key) => key.startsWith(prefix) && (after === undefined || compareKeys(key, after) > 0))
    .toSorted(compareKeys)
    .slice(0, limit);
