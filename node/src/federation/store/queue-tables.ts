import { storeLimits } from '../limits.ts';
import { decodeMessage } from './message-record.ts';
import type { StoreDatabase } from './store-database.ts';
import { digits, type QueueName, type Row } from './tables.ts';

/** Why a message was put aside. */
export type ParkReason = 'attempts' | 'unreadable';

/** A message that will not be handed out again until someone says so. */
export interface ParkedMessage {
  readonly queue: QueueName;
  readonly sequence: number;
  readonly reason: ParkReason;
  /** Milliseconds since 1970. */
  readonly parkedAt: number;
}

/** What a queue finds when it is opened. */
export interface FoundQueue {
  readonly ready: number;
  readonly delayed: number;
  readonly parked: number;
  readonly lastSequence: number;
  /** How often those were handed out that were not acknowledged. */
  readonly started: ReadonlyMap<number, number>;
}

const delayedKey = (dueAt: number, sequence: number): string => `${digits(dueAt)}!${digits(sequence)}`;
const sequenceOfDelayed = (key: string): number => Number(key.slice(digits(0).length + 1));
const dueOfDelayed = (key: string): number => Number(key.slice(0, digits(0).length));

/** What a queue keeps on disk: each step is a value, rows that go together or not at all. */
export class QueueTables {
  readonly name: QueueName;
  readonly #database: StoreDatabase;

  constructor(name: QueueName, database: StoreDatabase) {
    this.name = name;
    this.#database = database;
  }

  /** A new message that waits for its turn; until `dueAt`, where it is given. */
  readonly add = (sequence: number, record: string, dueAt?: number): Row =>
    dueAt === undefined
      ? { table: `${this.name}-ready`, key: digits(sequence), value: record }
      : { table: `${this.name}-delayed`, key: delayedKey(dueAt, sequence), value: record };

  /** A message is handed out for the nth time; zero takes that back. */
  readonly start = (sequence: number, attempts: number): Row => ({
    table: `${this.name}-started`,
    key: digits(sequence),
    value: attempts === 0 ? undefined : String(attempts),
  });

  /** A message is done with. */
  readonly remove = (sequence: number): Row[] => [
    { table: `${this.name}-ready`, key: digits(sequence), value: undefined },
    this.start(sequence, 0),
  ];

  /** A message is put aside, with its record as it is. */
  readonly park = (sequence: number, record: string, reason: ParkReason, parkedAt: number): Row[] => [
    ...this.remove(sequence),
    { table: `${this.name}-parked`, key: digits(sequence), value: `${reason} ${parkedAt} ${record}` },
  ];

  /** A delayed message becomes ready, behind all that are. */
  readonly promote = (key: string, record: string, sequence: number): Row[] => [
    { table: `${this.name}-delayed`, key, value: undefined },
    this.add(sequence, record),
  ];

  async find(): Promise<FoundQueue> {
    const started = new Map<number, number>();
    for await (const rows of this.#database.all(`${this.name}-started`))
      for (const [key, value] of rows) started.set(Number(key), Number(value));
    const [ready, delayed, parked] = [
      await this.#count('ready', Number),
      await this.#count('delayed', sequenceOfDelayed),
      await this.#count('parked', Number),
    ];
    return {
      ready: ready.count,
      delayed: delayed.count,
      parked: parked.count,
      lastSequence: Math.max(ready.last, delayed.last, parked.last),
      started,
    };
  }

  /** The record of a ready message; undefined when there is none. */
  record(sequence: number): Promise<string | undefined> {
    return this.#database.get(`${this.name}-ready`, digits(sequence));
  }

  async readyAfter(sequence: number, limit: number): Promise<(readonly [sequence: number, record: string])[]> {
    const rows = await this.#database.read(`${this.name}-ready`, { after: digits(sequence), limit });
    return rows.map(([key, record]) => [Number(key), record] as const);
  }

  /** Delayed messages whose time has come, from a key on: what lies before was read already, and would slow the reading. */
  dueBy(now: number, from: string): Promise<(readonly [key: string, record: string])[]> {
    return this.#database.read(`${this.name}-delayed`, {
      from,
      before: digits(now + 1),
      limit: storeLimits.sweepRowsMax,
    });
  }

  /** When the next delayed message is due; undefined when there is none. */
  async nextDue(from: string): Promise<number | undefined> {
    const [key] = await this.#database.keys(`${this.name}-delayed`, { from, limit: 1 });
    return key === undefined ? undefined : dueOfDelayed(key);
  }

  /** The ordering keys of delayed messages, one for each that has one. */
  async *delayedOrderingKeys(): AsyncGenerator<string> {
    for await (const rows of this.#database.all(`${this.name}-delayed`))
      for (const [, record] of rows) {
        const orderingKey = decodeMessage(record)?.orderingKey;
        if (orderingKey !== undefined) yield orderingKey;
      }
  }

  async parked(limit: number): Promise<ParkedMessage[]> {
    const rows = await this.#database.read(`${this.name}-parked`, { limit });
    return rows.map(([key, value]) => {
      const [reason, parkedAt] = value.split(' ', 2);
      return { queue: this.name, sequence: Number(key), reason: reason as ParkReason, parkedAt: Number(parkedAt) };
    });
  }

  /** The record of a parked message; undefined when there is none. */
  async parkedRecord(sequence: number): Promise<string | undefined> {
    const value = await this.#database.get(`${this.name}-parked`, digits(sequence));
    return value?.replace(/^\S* \d* /, '');
  }

  /** Forgets a parked message. */
  readonly dropParked = (sequence: number): Row => ({
    table: `${this.name}-parked`,
    key: digits(sequence),
    value: undefined,
  });

  async #count(part: 'ready' | 'delayed' | 'parked', sequenceOf: (key: string) => number) {
    let [count, last, after] = [0, 0, ''];
    for (;;) {
      const keys = await this.#database.keys(`${this.name}-${part}`, { after, limit: 10_000 });
      if (keys.length === 0) return { count, last };
      count += keys.length;
      // Delayed ones lie in the order of their times, so the last is not the newest.
      for (const key of keys) last = Math.max(last, sequenceOf(key));
      after = keys.at(-1) ?? after;
    }
  }
}
