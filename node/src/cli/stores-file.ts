import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { Fault } from '../model/fault.ts';
import { cliLimits } from './limits.ts';

const header = ['store_code', 'place'];

/**
 * Reads the stores of a source: lines of `store_code;place` (or with commas or tabs), where place is a key.
 * @throws {Fault} `file-unreadable`
 */
export const parseStores = (text: string, name: string): Record<string, string> => {
  const bad = (what: string): Fault =>
    new Fault('file-unreadable', `${name}: ${what}. Write lines of store_code;place, such as 0017;fietsen-jansen.`);
  const firstLine = text.slice(0, 1_000).split(/\r?\n/)[0] ?? '';
  const delimiter = [';', '\t', ','].find((one) => firstLine.includes(one)) ?? ';';
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  const stores: Record<string, string> = {};
  for (const [index, row] of rows.entries()) {
    if (index === 0 && row[0]?.toLowerCase() === header[0]) continue;
    const [code, place, ...others] = row;
    if (code === undefined || code === '' || place === undefined || others.length > 0)
      throw bad(`row ${index + 1} does not have two cells`);
    if (Object.hasOwn(stores, code)) throw bad(`store code ${code} is there twice`);
    stores[code] = place;
  }
  if (Object.keys(stores).length === 0) throw bad('it names no store');
  return stores;
};

/** Reads such a file. @throws {Fault} `file-unreadable` */
export const readStoresFile = async (path: string): Promise<Record<string, string>> => {
  try {
    if ((await stat(path)).size > cliLimits.storesFileBytesMax)
      throw new Fault(
        'file-unreadable',
        `${path} is larger than ${cliLimits.storesFileBytesMax} bytes: is it a list of stores?`,
      );
    return parseStores(await readFile(path, 'utf8'), path);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Fault('file-unreadable', `${path} can't be read (${why}).`, { cause });
  }
};
