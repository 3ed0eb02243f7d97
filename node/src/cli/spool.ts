import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataFolder } from '../config/data-folder.ts';
import { makePrivateFolder } from '../config/private-file.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import { cliLimits } from './limits.ts';

/**
 * Keeps a stream in a file of the data folder, since a format is chosen by a first look, and the file read after it.
 * @returns its path; disposing it removes the file
 * @throws {Fault} `disk-full`, `file-unreadable`
 */
export const spool = async (
  input: Readable,
  folder: DataFolder,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<AsyncDisposable & { readonly path: string }> => {
  await makePrivateFolder(folder.spool);
  for (const name of await readdir(folder.spool)) {
    const left = join(folder.spool, name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: clock.now() }));
    if (clock.now() - mtimeMs > cliLimits.spoolAgeMsMax) await rm(left, { force: true });
  }
  const path = join(folder.spool, randomUUID());
  try {
    await pipeline(input, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  } catch (cause) {
    await rm(path, { force: true });
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw code === 'ENOSPC'
      ? new Fault('disk-full', `There is no room in ${folder.spool} for what comes in. Make room, and try again.`, {
          cause,
        })
      : new Fault(
          'file-unreadable',
          `The standard input ended before its end (${String(code)}). Nothing was imported: hand it over again.`,
          { cause },
        );
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
};
