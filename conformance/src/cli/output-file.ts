import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { print, type Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds out whether a file can be written before a run whose outcome would be lost.
 * @param newFolder one that the run makes itself
 * @throws {UsageError}
 */
export const checkWritable = async (file: string | undefined, newFolder?: string): Promise<void> => {
  if (file === undefined) return;
  const folder = dirname(resolve(file));
  if (newFolder !== undefined && folder === resolve(newFolder)) return;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) throw new UsageError(`${file} is a folder: name a file in it.`);
  try {
    await access(found === undefined ? folder : file, constants.W_OK);
  } catch {
    throw new UsageError(`${file} can't be written: name a file in a folder that is there.`);
  }
};

/**
 * Writes a report into its file, or for want of one as output: what a run came to is never lost.
 * @returns whether it is where it should be
 */
export const writeReport = async (
  report: string,
  { file, verdict }: { readonly file: string | undefined; readonly verdict: string },
  { output, errors }: Streams,
): Promise<boolean> => {
  try {
    if (file !== undefined) {
      await writeFile(file, report);
      await print(errors, `${verdict}: the report is in ${file}\n`);
      return true;
    }
  } catch (error) {
    await print(errors, `${error instanceof Error ? error.message : String(error)}\n`);
  }
  await print(output, report);
  return file === undefined;
};
