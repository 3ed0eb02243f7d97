import { isDeepStrictEqual } from 'node:util';
import type { KvKey, KvStore, KvStoreListEntry, KvStoreSetOptions } from '@fedify/fedify';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import { storeLimits } from '../limits.ts';
import { KeyTurns } from './key-turns.ts';
import type { StoreDatabase } from './store-database.ts';
import { digits, type Row } from './tables.ts';

interface Stored {
  readonly value: unknown;
  /** Milliseconds since 1970; undefined for ever. */
  readonly expiresAt: number | undefined;
}

// JSON text of the parts: it holds no lone surrogate, and a key that starts with other parts starts with their text and a comma.
const keyText = (key: readonly string[]): string => JSON.stringify(key).slice(1, -1);
const keyOfText = (text: string): KvKey => JSON.parse(`[${text}]`) as [string, ...string[]];

const encode = (value: unknown, expiresAt: number | undefined): string => `${expiresAt ?? ''} ${JSON.stringify(value)}`;

// A record that cannot be read is as good as none: whatever stands here can be fetched or found out again.
const decode = (text: string | undefined): Stored | undefined => {
  const [, expires, json] = /^(\d*) (.*)$/s.exec(text ?? '') ?? [];
  if (json === undefined) return undefined;
  try {
    return { value: JSON.parse(json) as unknown, expiresAt: expires === '' ? undefined : Number(expires) };
  } catch {
    return undefined;
  }
};

const checkBytes = (what: string, text: string, bytesMax: number): void => {
  if (Buffer.byteLength(text) > bytesMax)
    throw new Fault('limit-exceeded', `A ${what} of federation may have ${bytesMax} bytes at most.`);
};

const isPrefix = (prefix: string, text: string): boolean => text === prefix || text.startsWith(`${prefix},`);

/** Fedify's key-value store. It holds caches and marks of what was done, so a power cut may take its last second. */
export class LevelKvStore implements KvStore {
  readonly #database: StoreDatabase;
  readonly #clock: Clock;
  readonly #turns = new KeyTurns();

  constructor(database: StoreDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async get<T = unknown>(key: KvKey): Promise<T | undefined> {
    return (await this.#stored(keyText(key)))?.value as T | undefined;
  }

  async set(key: KvKey, value: unknown, options?: KvStoreSetOptions): Promise<void> {
    const text = keyText(key);
    const rows = this.#rows(text, value, options);
    await this.#turns.take(text, () => this.#database.write(rows, false));
  }

  async delete(key: KvKey): Promise<void> {
    await this.set(key, undefined);
  }

  async cas(key: KvKey, expected: unknown, value: unknown, options?: KvStoreSetOptions): Promise<boolean> {
    const text = keyText(key);
    const rows = this.#rows(text, value, options);
    return this.#turns.take(text, async () => {
      const stored = await this.#stored(text);
      if (!isDeepStrictEqual(stored?.value, plain(expected))) return false;
      await this.#database.write(rows, false);
      return true;
    });
  }

  async *list(prefix?: KvKey): AsyncIterable<KvStoreListEntry> {
    const start = prefix === undefined ? '' : keyText(prefix);
    let after: string | undefined;
    for (;;) {
      const range = after === undefined ? { from: start } : { after };
      const rows = await this.#database.read('value', { ...range, limit: storeLimits.sweepRowsMax });
      if (rows.length === 0) return;
      for (const [text, record] of rows) {
        if (prefix !== undefined && !isPrefix(start, text)) return;
        const stored = this.#unexpired(record);
        if (stored !== undefined) yield { key: keyOfText(text), value: stored.value };
        after = text;
      }
    }
  }

  /** Removes what expired; how many it were. */
  async sweep(): Promise<number> {
    let removed = 0;
    for (;;) {
      const keys = await this.#database.keys('expiry', {
        before: digits(this.#clock.now() + 1),
        limit: storeLimits.sweepRowsMax,
      });
      if (keys.length === 0) return removed;
      const removals = await Promise.all(keys.map((key) => this.#removeExpired(key)));
      removed += removals.filter(Boolean).length;
    }
  }

  #removeExpired(expiryKey: string): Promise<boolean> {
    const key = expiryKey.slice(digits(0).length + 1);
    return this.#turns.take(key, async () => {
      const record = await this.#database.get('value', key);
      // The value may have been set anew since, to last longer.
      const expired = record !== undefined && this.#unexpired(record) === undefined;
      const rows: Row[] = [{ table: 'expiry', key: expiryKey, value: undefined }];
      if (expired) rows.push({ table: 'value', key, value: undefined });
      await this.#database.write(rows, false);
      return expired;
    });
  }

  async #stored(text: string): Promise<Stored | undefined> {
    return this.#unexpired(await this.#database.get('value', text));
  }

  #unexpired(record: string | undefined): Stored | undefined {
    const stored = decode(record);
    return stored?.expiresAt !== undefined && stored.expiresAt <= this.#clock.now() ? undefined : stored;
  }

  /** A value that is not defined is no value: Fedify swaps in `undefined` to delete. */
  #rows(key: string, value: unknown, options: KvStoreSetOptions | undefined): Row[] {
    checkBytes('key', key, storeLimits.keyBytesMax);
    if (value === undefined) return [{ table: 'value', key, value }];
    const lifeMs = options?.ttl?.total('millisecond');
    const expiresAt = lifeMs === undefined ? undefined : Math.max(0, Math.ceil(this.#clock.now() + lifeMs));
    const record = encode(value, expiresAt);
    checkBytes('value', record, storeLimits.valueBytesMax);
    const row: Row = { table: 'value', key, value: record };
    return expiresAt === undefined ? [row] : [row, { table: 'expiry', key: `${digits(expiresAt)}!${key}`, value: '' }];
  }
}

// As it would come back from the store: without members that are undefined, dates as text.
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
