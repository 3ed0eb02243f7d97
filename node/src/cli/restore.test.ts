import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSignerBelieved, recoveryUnder } from '../app/keys-under-origin.ts';
import { dataFolder, type DataFolder } from '../config/data-folder.ts';
import { makeKeys, readKeys, writeKeys } from '../config/keys-file.ts';
import { rotateKeys } from '../config/rotate-keys.ts';
import { readSettings, writeSettings } from '../config/settings-file.ts';
import { openLevelChangeLog } from '../log/open-level-change-log.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

/** A node with a backup beside its data folder. */
const withBackup = async (): Promise<
  CliInTest & { readonly backup: string; readonly target: DataFolder; epoch: string }
> => {
  const cli = await CliInTest.make();
  const settings = await readSettings(cli.folder, {});
  const clock = { now: () => Date.UTC(2026, 2, 2) };
  await using log = await openLevelChangeLog(cli.folder.log, {
    origin: settings.origin,
    clock,
    onOriginChange: 'refuse',
  });
  const backup = join(cli.folder.path, '../backup');
  await log.backup(backup);
  await writeSettings(dataFolder(backup), settings);
  await writeKeys(dataFolder(backup), await readKeys(cli.folder));
  const target = dataFolder(join(cli.folder.path, '../restored'));
  return Object.assign(cli, { backup, target, epoch: log.head().epoch });
};

describe('restore', () => {
  it('makes a data folder with the same settings and keys, and a new epoch', async () => {
    await using cli = await withBackup();
    const { code, output } = await cli.run(['restore', cli.backup, '--data', cli.target.path]);
    expect(code).toBe(0);
    expect(output).toContain('under the new epoch ');
    expect(output).not.toContain(cli.epoch);
    expect(await readSettings(cli.target, {})).toEqual(await readSettings(cli.folder, {}));
    expect(await readKeys(cli.target)).toEqual(await readKeys(cli.folder));
    expect((await stat(cli.target.path)).mode & 0o777).toBe(0o700);
  });

  it('overwrites no node', async () => {
    await using cli = await withBackup();
    const before = await readdir(cli.folder.path);
    expect(await cli.run(['restore', cli.backup])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('There is a node'),
    });
    expect(await readdir(cli.folder.path)).toEqual(before);
  });

  it.each(['keys.json', 'settings.json', 'backup.json', 'log'])(
    'leaves no half node when the backup lacks %s',
    async (name) => {
      await using cli = await withBackup();
      await rm(join(cli.backup, name), { recursive: true });
      expect(await cli.run(['restore', cli.backup, '--data', cli.target.path])).toMatchObject({ code: 1, output: '' });
      expect(await readdir(cli.target.path).catch(() => [])).toEqual([]);
    },
  );

  it('goes on under another origin only when told to', async () => {
    await using cli = await withBackup();
    const given = ['restore', cli.backup, '--data', cli.target.path, '--origin', 'https://nieuw.example'];
    expect(await cli.run(given)).toMatchObject({ code: 1, errors: expect.stringContaining('--change-origin') });
    expect(await cli.run([...given, '--change-origin'])).toMatchObject({ code: 0 });
    expect(await readSettings(cli.target, {})).toMatchObject({ origin: 'https://nieuw.example' });
  });

  it('brings a node under another origin back after a theft with the recovery key alone', async () => {
    await using cli = await withBackup();
    const nowMs = Date.UTC(2026, 2, 2);
    const { keys, recoverySecret } = makeKeys({ now: () => nowMs - 1_000 });
    const { origin } = await readSettings(cli.folder, {});
    const recovery = recoveryUnder(origin, recoverySecret);
    await writeKeys(dataFolder(cli.backup), rotateKeys(keys, { nowMs, overlapDays: 7, recovery }));
    const given = ['restore', cli.backup, '--data', cli.target.path, '--origin', 'https://nieuw.example'];
    expect(await cli.run([...given, '--change-origin'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('add --recovery-file') as unknown,
    });
    const file = join(cli.folder.path, 'recovery.txt');
    await writeFile(file, recoverySecret);
    expect(await cli.run([...given, '--change-origin', '--recovery-file', file])).toMatchObject({ code: 0 });
    expect(isSignerBelieved(await readKeys(cli.target), 'https://nieuw.example', nowMs)).toBe(true);
  });
});
