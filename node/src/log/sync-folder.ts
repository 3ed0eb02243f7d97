import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const syncPath = async (path: string): Promise<void> => {
  await using handle = await open(path, 'r');
  await handle.sync();
};

/** Waits until the disk has the names in a folder. */
export const syncNames = async (folder: string): Promise<void> => {
  // Windows opens no folders; its file systems keep their own journal.
  if (process.platform !== 'win32') await syncPath(folder);
};

/** Waits until the disk has every file in a folder, and their names. */
export const syncFolder = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) await syncPath(join(folder, entry.name));
  }
  await syncNames(folder);
};
