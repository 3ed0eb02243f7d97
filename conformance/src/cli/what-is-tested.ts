import type { FetchFunction } from '../fetching/transport.ts';
import { folderFetch, FolderInvalidError } from '../folder/folder-fetch.ts';
import { originOfFolder } from '../folder/origin-of-folder.ts';
import type { ConformanceResult } from '../result/result.ts';
import type { TestArguments } from './read-arguments.ts';

/**
 * The address of a test, and what answers in place of the network.
 * @throws {FolderInvalidError} when a folder is none, or names no address and none was given
 */
export const whatIsTested = async ({
  url,
  folder,
}: Pick<TestArguments, 'url' | 'folder'>): Promise<{ readonly url: string; readonly fetch?: FetchFunction }> => {
  if (folder === undefined) return { url: url ?? '' };
  const fetch = await folderFetch(folder);
  const address = url ?? (await originOfFolder(fetch));
  if (address === undefined)
    throw new FolderInvalidError(
      `${folder} has no description with an origin in .well-known/openstraat: name the address that the files are made for behind the folder.`,
    );
  return { url: address, fetch };
};

/** A report must not say of an address what only files were asked for. */
export const tellOfFolder = (result: ConformanceResult): ConformanceResult => ({
  ...result,
  notes: [
    'No address was asked: the answers came from files in a folder, as a static server would give them.',
    ...result.notes,
  ],
});
