import { diskFile } from '../app/disk-file.ts';
import type { ImportFile } from '../import/format.ts';
import { normaliseHeader, readTable } from '../import/reading/table.ts';
import { Fault } from '../model/fault.ts';
import { cliLimits } from './limits.ts';

/**
 * Reads the stores of a source: lines of `store_code;place` (or with commas or tabs), where place is a key.
 * @throws {Fault} `file-unreadable`
 */
export const readStores = async (file: ImportFile): Promise<Record<string, string>> => {
  const bad = (what: string): Fault =>
    new Fault(
      'file-unreadable',
      `${file.name}: ${what}. Write lines of store_code;place, such as 0017;fietsen-jansen.`,
    );
  const columns = (firstRow: readonly string[]) => {
    if (firstRow.length !== 2) throw bad('the first line does not have two cells');
    return { names: ['code', 'place'], firstRowIsData: normaliseHeader(firstRow[0] ?? '') !== 'store_code' };
  };
  const stores: Record<string, string> = {};
  for await (const rows of readTable(file, { columns })) {
    for (const { line, cells, issues } of rows) {
      const [issue] = issues;
      const { code, place } = cells;
      if (issue !== undefined) throw bad(`line ${line}: ${issue.message.replace(/\.$/, '')}`);
      if (code === undefined || place === undefined) throw bad(`line ${line} does not have two cells`);
      if (Object.hasOwn(stores, code)) throw bad(`store code ${code} is there twice`);
      stores[code] = place;
    }
  }
  if (Object.keys(stores).length === 0) throw bad('it names no store');
  return stores;
};

/** Reads such a file from disk. @throws {Fault} `file-unreadable` */
export const readStoresFile = async (path: string): Promise<Record<string, string>> => {
  const file = await diskFile(path);
  if ((file.bytes ?? 0) > cliLimits.storesFileBytesMax)
    throw new Fault(
      'file-unreadable',
      `${path} is larger than ${cliLimits.storesFileBytesMax} bytes: is it a list of stores? Name a file with lines of store_code;place.`,
    );
  return readStores(file);
};
