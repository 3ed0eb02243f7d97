import { chmod, cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder that only this user can enter, or makes an existing one so. */
export const makePrivateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
};

/** Copies a folder with all that is in it to where only this user can enter; nothing when there is none. */
export const copyPrivateFolder = async (from: string, to: string): Promise<void> => {
  const names = await readdir(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (names === undefined) return;
  await makePrivateFolder(to);
  await cp(from, to, { recursive: true });
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
