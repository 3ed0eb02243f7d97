import type { Position, ThingId } from '@openstraat/spec';
import type { Fault } from '../model/fault.ts';
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
import { decodeEntry } from './entry-codec.ts';
import { planAppend } from './head.ts';
import { entriesAfter, entryKey, idOfKey, keyRange, metaKey, positionOfKey, recordKey, stateKey } from './keys.ts';
import { kindOfId } from './kind-of-id.ts';
import { putRecords, putThings } from './level-batch.ts';
import { chunkEntries, type LevelDatabase, type LevelSnapshot, readRange, scan } from './level-database.ts';
import { corruptFault, withFaults } from './level-fault.ts';
import { finishOriginChange } from './level-origin-change.ts';
import { dropLevelTombstones } from './level-tombstones.ts';
import { verifyLevelLog } from './level-verify.ts';
import { LevelWriter } from './level-writer.ts';
import { decodeMeta, type LogMeta } from './meta-codec.ts';
import { randomEpoch } from './random-epoch.ts';
import { decodeState } from './state-codec.ts';
import { Turns } from './turns.ts';
import { writeBackup } from './write-backup.ts';

/** The change log in a Level database; `openLevelChangeLog` makes it. */
export class LevelChangeLog implements ChangeLog {
  readonly #database: LevelDatabase;
  readonly #options: ChangeLogOptions;
  readonly #writer: LevelWriter;
  readonly #turns = new Turns();

  constructor(database: LevelDatabase, writer: LevelWriter, options: ChangeLogOptions) {
    this.#database = database;
    this.#writer = writer;
    this.#options = options;
  }

  get origin(): string {
    return this.#writer.meta.origin;
  }

  head(): LogHead {
    return this.#writer.meta.head;
  }

  failure(): Fault | undefined {
    return this.#writer.failure;
  }

  get(id: ThingId): Promise<LogEntry | undefined> {
    return this.#read(async () => {
      // A thing may move between the two reads. A position names one entry for ever, so an entry that is found is the newest.
      const entry = this.#storedEntry(id);
      if (entry !== 'moved') return entry;
      const snapshot = this.#database.snapshot();
      try {
        const still = this.#storedEntry(id, snapshot);
        if (still === 'moved') throw corruptFault(this.#database.location, `has a state of ${id}, but no entry`);
        return still;
      } finally {
        await snapshot.close();
      }
    });
  }

  entriesOf(seen: readonly SeenEntry[]): Promise<readonly (LogEntry | undefined)[]> {
    return this.#read(async () => {
      const entries: (LogEntry | undefined)[] = [];
      for (const { id, position } of seen) {
        const stored = this.#database.getSync(entryKey(position));
        const there = stored === undefined ? undefined : this.#entryOf(position, stored);
        // A position names one entry for ever, and a thing that changes leaves it: an entry that is still there is the newest.
        entries.push(there?.id === id ? there : await this.get(id));
      }
      return entries;
    });
  }

  states(ids: readonly ThingId[]): Promise<readonly (ThingState | undefined)[]> {
    return this.#read(async () => {
      const stored = await this.#database.getMany(ids.map(stateKey));
      return ids.map((id, index) => {
        const state = stored[index];
        return state === undefined ? undefined : this.#stateOf(id, state);
      });
    });
  }

  page(after: Position, limit: number): Promise<LogPage> {
    return this.#read(async () => {
      checkRangeLimit(limit);
      const snapshot = this.#database.snapshot();
      try {
        const { head } = this.#metaAt(snapshot);
        const stored = await readRange(this.#database, entriesAfter(after), { snapshot, limit: limit + 1 });
        const more = stored.length > limit;
        if (more) stored.pop();
        return { head, more, entries: stored.map(([key, value]) => this.#entryOf(positionOfKey(key), value)) };
      } finally {
        await snapshot.close();
      }
    });
  }

  async *entries(): AsyncGenerator<readonly LogEntry[]> {
    const { snapshot } = await this.#instant();
    try {
      for await (const chunk of scan(this.#database, entriesAfter(0), { snapshot }))
        yield chunk.map(([key, stored]) => this.#entryOf(positionOfKey(key), stored));
    } finally {
      await snapshot.close();
    }
  }

  ids(prefix: string, { after, limit }: RangeOptions): Promise<readonly ThingId[]> {
    return this.#read(async () => {
      checkRangeLimit(limit);
      const ids: ThingId[] = [];
      for await (const chunk of scan(
        this.#database,
        keyRange('d!', prefix, after),
        {},
        Math.min(limit, chunkEntries),
      )) {
        for (const [key, stored] of chunk) {
          const id = idOfKey(key);
          if (this.#stateOf(id, stored).hash !== undefined) ids.push(id);
          if (ids.length === limit) return ids;
        }
      }
      return ids;
    });
  }

  record(table: RecordTable, key: string): Promise<string | undefined> {
    return this.#read(async () => this.#database.getSync(recordKey(table, key)));
  }

  recordsOf(keys: readonly RecordKey[]): Promise<readonly (string | undefined)[]> {
    return this.#read(() => this.#database.getMany(keys.map(({ table, key }) => recordKey(table, key))));
  }

  records(
    table: RecordTable,
    prefix: string,
    { after, limit }: RangeOptions,
  ): Promise<readonly (readonly [string, string])[]> {
    return this.#read(async () => {
      checkRangeLimit(limit);
      const room = recordKey(table, '');
      const stored = await readRange(this.#database, keyRange(room, prefix, after), { limit });
      return stored.map(([key, value]) => [key.slice(room.length), value] as const);
    });
  }

  async *allRecords(table: RecordTable, prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    const room = recordKey(table, '');
    for await (const chunk of scan(this.#database, keyRange(room, prefix, undefined)))
      yield chunk.map(([key, value]) => [key.slice(room.length), value] as const);
  }

  append(
    { things, records }: { readonly things: readonly ThingChange[]; readonly records: readonly RecordChange[] },
    { durable }: { readonly durable: boolean },
  ): Promise<LogHead> {
    return this.#turns.take(async () => {
      checkBatch(things, records);
      const { meta } = this.#writer;
      const { firstPosition, head } = planAppend(things, meta.head, meta.origin, this.#options.clock.now());
      await this.#writer.write({ ...meta, head }, durable, (batch) => {
        putThings(batch, firstPosition, things);
        putRecords(batch, records);
      });
      return head;
    });
  }

  dropTombstones(upTo: Position): Promise<number> {
    return this.#inTurn(() => dropLevelTombstones(this.#database, this.#writer, upTo));
  }

  changeOrigin(origin: string): Promise<LogHead> {
    return this.#inTurn(async () => {
      await finishOriginChange(this.#database, this.#writer, { origin, epoch: this.#newEpoch(), after: 0, digest: 0n });
      return this.head();
    });
  }

  renewEpoch(): Promise<LogHead> {
    return this.#inTurn(async () => {
      const { meta } = this.#writer;
      await this.#writer.write({ ...meta, head: { ...meta.head, epoch: this.#newEpoch() } }, true, () => undefined);
      return this.head();
    });
  }

  async backup(folder: string): Promise<void> {
    const { snapshot, meta } = await this.#instant();
    try {
      const manifest = backupManifest(meta.head, meta.origin, this.#options.clock.now());
      await writeBackup(folder, manifest, scan(this.#database, { gte: '', lt: '\u{10ffff}' }, { snapshot }));
    } finally {
      await snapshot.close();
    }
  }

  async verify(): Promise<readonly string[]> {
    const { snapshot, meta } = await this.#instant();
    try {
      return await verifyLevelLog(this.#database, snapshot, meta);
    } finally {
      await snapshot.close();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#inTurn(() => this.#database.close());
  }

  /** An instant between two changes: never in the middle of a change of origin. */
  #instant(): Promise<{ readonly snapshot: LevelSnapshot; readonly meta: LogMeta }> {
    return this.#inTurn(async () => ({ snapshot: this.#database.snapshot(), meta: this.#writer.meta }));
  }

  #newEpoch(): string {
    return (this.#options.randomEpoch ?? randomEpoch)();
  }

  #read<T>(work: () => Promise<T>): Promise<T> {
    return withFaults(this.#database.location, work);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(() => this.#read(work));
  }

  #metaAt(snapshot: LevelSnapshot): LogMeta {
    const meta = decodeMeta(this.#database.getSync(metaKey, { snapshot }) ?? '');
    if (meta === undefined) throw corruptFault(this.#database.location, 'has a head that cannot be read');
    return meta;
  }

  #stateOf(id: ThingId, stored: string): ThingState {
    const kind = kindOfId(id);
    const state = kind === undefined ? undefined : decodeState(kind, stored);
    if (state === undefined) throw corruptFault(this.#database.location, `has a state of ${id} that cannot be read`);
    return state;
  }

  // One thing is read at once: without a thread in between it takes a fifth of the time.
  #storedEntry(id: ThingId, snapshot?: LevelSnapshot): LogEntry | undefined | 'moved' {
    const options = snapshot === undefined ? {} : { snapshot };
    const state = this.#database.getSync(stateKey(id), options);
    if (state === undefined) return undefined;
    const { position } = this.#stateOf(id, state);
    const entry = this.#database.getSync(entryKey(position), options);
    return entry === undefined ? 'moved' : this.#entryOf(position, entry);
  }

  #entryOf(position: Position, stored: string): LogEntry {
    const entry = decodeEntry(position, stored);
    if (entry === undefined)
      throw corruptFault(this.#database.location, `has no entry at ${position} that can be read`);
    return entry;
  }
}
