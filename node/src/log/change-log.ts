import type { Fault } from '../model/fault.ts';
import type { FeedHead, Kind, Position, SetDigest, ThingId } from '@openstraat/spec';

/**
 * Stands for the node's origin in stored text, wherever a thing's data names an address of its own node.
 * JSON escapes this character inside strings, so it can mean nothing else.
 */
export const originMark = '\u0001';

/** What the log knows of a thing without reading its document. */
export interface ThingState {
  readonly kind: Kind;
  readonly position: Position;
  /** Data hash (spec: set digest) under the present origin; undefined for a tombstone. */
  readonly hash: string | undefined;
  /** `observedAt` of an offer. */
  readonly observedAt: string | undefined;
}

/** A thing to write. `previous` is its present state, which the writer has just read. */
export interface ThingChange {
  readonly id: ThingId;
  readonly kind: Kind;
  /** Canonical data (JCS) with `originMark` for the origin; undefined leaves a tombstone. */
  readonly text: string | undefined;
  readonly hash: string | undefined;
  readonly observedAt: string | undefined;
  readonly previous: ThingState | undefined;
}

/** An entry of the log: the newest state of a thing, at its place in the order of changes. */
export interface LogEntry {
  readonly position: Position;
  readonly kind: Kind;
  readonly id: ThingId;
  /** As in `ThingChange`. */
  readonly text: string | undefined;
}

/** Facts kept beside the things and written with them, in tables that each have one use. */
export const recordTables = [
  /** `<source>!<scope>!<id>` → run that last saw it, whether others state it too, and the shop's code: what a source brought. */
  'mark',
  /** `<id>!<source>` → canonical data: each source's statement of a thing that several state. */
  'statement',
  /** `<catalogue>!<code>` → product key. */
  'code',
  /** `<source>` → its settings, as JSON. */
  'source',
  /** `<name>` → anything the node counts or keeps one of. */
  'node',
  /** `<id>` → in a replica, where the peer's entry stands in its feed and which walk met it. */
  'peer',
  /** `<id>` → of a thing that moved away: its new id, elsewhere, and the place that it went along with. */
  'moved',
] as const;
export type RecordTable = (typeof recordTables)[number];

export interface RecordKey {
  readonly table: RecordTable;
  readonly key: string;
}
export interface RecordChange extends RecordKey {
  /** undefined removes the record. */
  readonly value: string | undefined;
}

export interface LogHead extends FeedHead {
  /** Live things, in all and by kind. */
  readonly live: number;
  readonly liveByKind: Readonly<Record<Kind, number>>;
  readonly tombstones: number;
  readonly digest: SetDigest;
}

/** Entries in order of position, and the head at the same instant. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly head: LogHead;
  /** Whether entries follow the last one. */
  readonly more: boolean;
}

export interface RangeOptions {
  /** Start behind this id or key. */
  readonly after?: string;
  readonly limit: number;
}

/** A thing, and where its entry stood when somebody read it. */
export interface SeenEntry {
  readonly id: ThingId;
  readonly position: Position;
}

/** What projections and outputs see. Every answer is of one instant. */
export interface ChangeLogReader {
  /** The origin that the node's ids are under, without a slash at the end. */
  readonly origin: string;
  head(): LogHead;
  /** Why the log takes no changes until it is opened again; undefined while it does. */
  failure(): Fault | undefined;
  /** The newest entry of a thing, tombstones included; undefined when it never was, or was forgotten. */
  get(id: ThingId): Promise<LogEntry | undefined>;
  /** The newest entries, as `get` answers them, in the order asked: those that stand where they were seen are found in half the time. */
  entriesOf(seen: readonly SeenEntry[]): Promise<readonly (LogEntry | undefined)[]>;
  /** States by id, in the order asked. */
  states(ids: readonly ThingId[]): Promise<readonly (ThingState | undefined)[]>;
  /** Entries above a position, with the head of the same instant. */
  page(after: Position, limit: number): Promise<LogPage>;
  /** Every entry, tombstones included, in order of position: all of the one instant at which it is asked for. */
  entries(): AsyncIterable<readonly LogEntry[]>;
  /** Ids of live things that start with `prefix`, in the order of their UTF-8 bytes. */
  ids(prefix: string, range: RangeOptions): Promise<readonly ThingId[]>;
  record(table: RecordTable, key: string): Promise<string | undefined>;
  /** Records by key, in the order asked. */
  recordsOf(keys: readonly RecordKey[]): Promise<readonly (string | undefined)[]>;
  /** Records whose key starts with `prefix`, in the order of their UTF-8 bytes, as `[key, value]`. */
  records(table: RecordTable, prefix: string, range: RangeOptions): Promise<readonly (readonly [string, string])[]>;
  /** All records whose key starts with `prefix`, as they are at the instant at which they are asked for. */
  allRecords(table: RecordTable, prefix: string): AsyncIterable<readonly (readonly [string, string])[]>;
}

/** The log itself: only `ingest` and the life cycle in `app.ts` hold this side of it. */
export interface ChangeLog extends ChangeLogReader, AsyncDisposable {
  /**
   * Writes things and records together or not at all. Positions grow, one a thing, in the order given.
   * @param options.durable waits until the disk has it
   * @returns the head after it
   */
  append(
    batch: { readonly things: readonly ThingChange[]; readonly records: readonly RecordChange[] },
    options: { readonly durable: boolean },
  ): Promise<LogHead>;
  /** Forgets tombstones at or below a position. @returns how many went */
  dropTombstones(upTo: Position): Promise<number>;
  /** Gives every thing a new hash under `origin`, counts the digest anew, and starts a new epoch. */
  changeOrigin(origin: string): Promise<LogHead>;
  /** Starts a new epoch: positions go on, cursors of the old one end. */
  renewEpoch(): Promise<LogHead>;
  /** Copies the log at this instant into a new folder, while it is in use. */
  backup(folder: string): Promise<void>;
  /** Reads everything and compares it with the counters, hashes and digest. @returns what is wrong, one sentence each */
  verify(): Promise<readonly string[]>;
}

/** What opens a log. */
export interface ChangeLogOptions {
  readonly origin: string;
  readonly clock: { now(): number };
  /** Names a new epoch: 1 to 32 lower-case letters and digits; random when absent. */
  readonly randomEpoch?: (() => string) | undefined;
}
