import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const sizeOf = async (path: string): Promise<number> => {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : 0;
  } catch (error) {
    // The database drops files while it is looked at.
    if (isGone(error)) return 0;
    throw error;
  }
};

/** Bytes of the files that stand in a folder, those in folders below it left out. */
export const folderBytes = async (folder: string): Promise<number> => {
  const sizes = await Promise.all((await readdir(folder)).map((name) => sizeOf(join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
};
