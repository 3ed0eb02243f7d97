import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LevelDatabase } from './level-database.ts';
import { checkTable } from './table-check.ts';

/** The tables that an open database reads from: a crash may leave others, which are nobody's. */
const tablesOf = async (database: LevelDatabase): Promise<readonly string[]> => {
  const numbers = new Set(
    database
      .getProperty('leveldb.sstables')
      .matchAll(/^ (\d+):\d+\[/gm)
      .map(([, number]) => Number(number)),
  );
  const names = await readdir(database.location);
  return names.filter((name) => /\.(ldb|sst)$/.test(name) && numbers.has(Number.parseInt(name, 10)));
};

/** Compares the tables of an open database with their checksums. @returns what is wrong, one sentence a table */
export const damagedTables = async (database: LevelDatabase, depth: 'index' | 'all'): Promise<readonly string[]> => {
  const sentences: string[] = [];
  for (const name of await tablesOf(database)) {
    const fault = await checkTable(join(database.location, name), depth);
    if (fault !== undefined) sentences.push(`The file ${name} is not as it was written: ${fault}.`);
  }
  return sentences;
};
