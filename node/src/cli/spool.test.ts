import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from '../config/data-folder.ts';
import { makePrivateFolder } from '../config/private-file.ts';
import { cliLimits } from './limits.ts';
import { spool } from './spool.ts';

const clock = { now: () => Date.UTC(2026, 2, 2) };
const options = { clock, signal: new AbortController().signal };

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), 'os-')));
});
afterEach(() => rm(folder.path, { recursive: true }));

it('keeps a stream for this user only, until it is disposed', async () => {
  {
    await using file = await spool(Readable.from(['a', 'b']), folder, options);
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  }
  expect(await readdir(folder.spool)).toEqual([]);
});

it('keeps nothing of a stream that breaks off', async () => {
  const input = new Readable({
    read() {
      this.push('a');
      this.destroy(new Error('gone'));
    },
  });
  await expect(spool(input, folder, options)).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(await readdir(folder.spool)).toEqual([]);
});

it('clears what a killed command left, once it is older than the limit', async () => {
  await makePrivateFolder(folder.spool);
  const leave = async (name: string, ageMs: number): Promise<void> => {
    const at = (clock.now() - ageMs) / 1_000;
    await writeFile(join(folder.spool, name), '');
    await utimes(join(folder.spool, name), at, at);
  };
  await leave('young', cliLimits.spoolAgeMsMax);
  await leave('old', cliLimits.spoolAgeMsMax + 1_000);
  await using file = await spool(Readable.from(['a']), folder, options);
  expect(new Set(await readdir(folder.spool))).toEqual(new Set(['young', basename(file.path)]));
});
