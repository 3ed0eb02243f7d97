import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../model/fault.ts';
import { storeFault } from './store-fault.ts';

const corrupt = (folder: string, what: string): Fault =>
  storeFault(Object.assign(new Error(`Corruption: ${what}`), { code: 'LEVEL_CORRUPTION' }), folder);

/**
 * LevelDB takes a folder without CURRENT for a new one and deletes what it holds, and does not survive a CURRENT that leads nowhere.
 * @throws {Fault} `store-corrupt`
 */
export const checkStoreFiles = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  if (!names.includes('CURRENT')) {
    if (names.some((name) => /^MANIFEST-|\.(ldb|sst)$/.test(name)))
      throw corrupt(folder, 'the file CURRENT is missing');
    return;
  }
  const manifest = (await readFile(join(folder, 'CURRENT'), 'utf8')).trim();
  if (!names.includes(manifest)) throw corrupt(folder, 'CURRENT names a file that is missing');
};
