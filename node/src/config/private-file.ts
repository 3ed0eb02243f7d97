import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder that only this user can enter, or makes an existing one so. */
export const makePrivateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
};

/** Writes a file that only this user can read: whole and on disk, or not at all. */
export const writePrivateFile = async (path: string, text: string): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  {
    await using file = await open(unfinished, 'wx', 0o600);
    await file.writeFile(text);
    await file.sync();
  }
  await rename(unfinished, path);
  // The name is on disk only when its folder is.
  await using folder = await open(dirname(path), 'r');
  await folder.sync();
};
