import { ClassicLevel, type ChainedBatch, type Snapshot } from 'classic-level';
import { entryKey, type KeyRange } from './keys.ts';

export type LevelDatabase = ClassicLevel;
export type LevelBatch = ChainedBatch<LevelDatabase, string, string>;
export type LevelSnapshot = Snapshot;

/** Entries that one read brings into memory, unless their bytes end it sooner. */
export const chunkEntries = 1_000;
const chunkBytes = 4 << 20;

/** A database in a folder, not yet open. Figures were chosen by measuring (1M offers, two cores). */
export const levelDatabase = (folder: string): LevelDatabase =>
  new ClassicLevel(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'utf8',
    compression: true,
    writeBufferSize: 32 << 20,
    cacheSize: 8 << 20,
    maxFileSize: 4 << 20,
  });

/** A database of which a process has many open: one for each peer. */
export const smallLevelDatabase = (folder: string): LevelDatabase =>
  new ClassicLevel(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'utf8',
    compression: true,
    writeBufferSize: 4 << 20,
    cacheSize: 1 << 20,
    maxFileSize: 4 << 20,
    maxOpenFiles: 64,
  });

/** Reads a range in chunks, without crowding the cache. */
export async function* scan(
  database: LevelDatabase,
  range: KeyRange,
  options: { readonly snapshot?: LevelSnapshot; readonly limit?: number } = {},
  chunkSize = chunkEntries,
): AsyncGenerator<[string, string][]> {
  const iterator = database.iterator({ ...range, ...options, fillCache: false, highWaterMarkBytes: chunkBytes });
  try {
    for (;;) {
      const chunk = await iterator.nextv(chunkSize);
      if (chunk.length === 0) return;
      yield chunk;
    }
  } finally {
    await iterator.close();
  }
}

/** Reads a range whole. */
export const readRange = async (
  database: LevelDatabase,
  range: KeyRange,
  options: { readonly snapshot?: LevelSnapshot; readonly limit: number },
): Promise<[string, string][]> => {
  const all: [string, string][] = [];
  // A closed iterator keeps its last chunk until the garbage collector comes by, which does not see that memory:
  // where the limit ends it, the last chunk is a single entry.
  const chunkSize = Math.max(1, Math.min(chunkEntries, options.limit - 1));
  for await (const chunk of scan(database, range, options, chunkSize)) for (const pair of chunk) all.push(pair);
  return all;
};

/** The last entry's key; undefined in an empty log. */
export const lastEntryKey = async (database: LevelDatabase): Promise<string | undefined> => {
  const [key] = await database.keys({ gte: entryKey(0), lt: 'l"', reverse: true, limit: 1 }).all();
  return key;
};
