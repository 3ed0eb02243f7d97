import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportFile } from '../import/format.ts';
import { Fault } from '../model/fault.ts';

/**
 * A file on disk, to import.
 * @throws {Fault} `file-unreadable`
 */
export const diskFile = async (path: string): Promise<ImportFile> => {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error('not a file');
    await access(path, constants.R_OK);
    return {
      name: basename(path),
      bytes: stats.size,
      modifiedAtMs: stats.mtimeMs,
      open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    };
  } catch (cause) {
    throw new Fault('file-unreadable', `${path} cannot be read: check the name and who may read it.`, { cause });
  }
};
