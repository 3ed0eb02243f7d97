import { readdir } from 'node:fs/promises';
import type { DataFolder } from '../config/data-folder.ts';
import { makePrivateFolder } from '../config/private-file.ts';
import { Fault } from '../model/fault.ts';

/** What a file system puts into an empty one. */
const meansEmpty: ReadonlySet<string> = new Set(['lost+found', '.DS_Store']);

/** What stands in a folder; nothing when there is none. */
const contentOf = async (path: string): Promise<string[]> => {
  try {
    return (await readdir(path)).filter((name) => !meansEmpty.has(name));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return [];
    throw new Fault(
      'file-unreadable',
      `${path} can't be used as a data folder (${String(code)}). Name another folder.`,
      {
        cause,
      },
    );
  }
};

/** Is there a node in this folder, or a part of one? */
export const isInitialised = async ({ path }: DataFolder): Promise<boolean> => {
  const content = await contentOf(path);
  return ['settings.json', 'keys.json', 'log'].some((name) => content.includes(name));
};

/**
 * Makes the folder of a new node, which only this user can enter.
 * @throws {Fault} `already-initialised` when a node is there, `usage` when anything else is
 */
export const makeNewDataFolder = async (folder: DataFolder): Promise<void> => {
  if (await isInitialised(folder))
    throw new Fault(
      'already-initialised',
      `There is a node in ${folder.path} already. Start it with: openstraat start --data ${folder.path}`,
    );
  const [something] = await contentOf(folder.path);
  // Closing a folder that is used for other things would lock others out of them.
  if (something !== undefined)
    throw new Fault(
      'usage',
      `${folder.path} is not empty (it has ${something}). Name a new or empty folder with --data.`,
    );
  await makePrivateFolder(folder.path);
};
