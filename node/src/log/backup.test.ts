import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDigest, type ThingId } from '@openstraat/spec';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeLog } from './change-log.ts';
import { changesTo, HandClock, testOrigin, walk } from './log.fixture.ts';
import { MemoryChangeLog } from './memory-change-log.ts';
import { type LevelChangeLogOptions, openLevelChangeLog } from './open-level-change-log.ts';
import { restoreBackup } from './restore-backup.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-backup-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};
const settings = (more: Partial<LevelChangeLogOptions> = {}): LevelChangeLogOptions => ({
  origin: testOrigin,
  clock: new HandClock(),
  ...more,
});
const write = async (log: ChangeLog, named: readonly (readonly [ThingId, string | undefined])[]) =>
  log.append(
    { things: await changesTo(log, named), records: [{ table: 'node', key: 'k', value: String(named.length) }] },
    { durable: false },
  );
const places = (from: number, to: number): [ThingId, string][] =>
  Array.from({ length: to - from }, (_, index) => [`/places/${from + index}`, 'x'.repeat(100)]);

/** A log with things, a tombstone and records, and its backup. */
const backedUp = async (makeLog: (folder: string) => Promise<ChangeLog>) => {
  const folder = await newFolder();
  await using log = await makeLog(join(folder, 'log'));
  await write(log, places(0, 2_500));
  await write(log, [
    ['/places/3', undefined],
    ['/places/4', 'changed'],
  ]);
  const backup = join(folder, 'backup');
  await log.backup(backup);
  return { folder, backup, head: log.head(), entries: await walk(log, 1_000) };
};
const level = (folder: string): Promise<ChangeLog> => openLevelChangeLog(folder, settings());

describe('backup and restore', () => {
  it.each([
    ['Level', level],
    ['memory', async () => new MemoryChangeLog(settings())],
  ] as const)('bring a %s log back in a new epoch, going on behind its last position', async (_name, makeLog) => {
    const { folder, backup, head, entries } = await backedUp(makeLog);
    const manifest: unknown = JSON.parse(await readFile(join(backup, 'backup.json'), 'utf8'));
    expect(manifest).toEqual({
      version: 1,
      epoch: head.epoch,
      position: head.position,
      live: 2_499,
      digest: formatDigest(head.digest),
      origin: testOrigin,
      time: '2026-01-05T09:00:00.000Z',
    });
    const restored = join(folder, 'elsewhere', 'log');
    const past = settings({ clock: new HandClock(1_000) });
    const restoredHead = await restoreBackup(backup, restored, past);
    await using log = await openLevelChangeLog(restored, past);
    expect(log.head()).toEqual(restoredHead);
    expect({ ...restoredHead, epoch: head.epoch }).toEqual(head);
    expect(restoredHead.epoch).not.toBe(head.epoch);
    expect(await walk(log, 1_000)).toEqual(entries);
    expect(await log.record('node', 'k')).toBe('2');
    expect((await write(log, [['/places/3', 'back']])).position).toBe(head.position + 1);
    expect(await log.verify()).toEqual([]);
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['log']);
    // The backup is as it was, and can be used again.
    await restoreBackup(backup, join(folder, 'again'), past);
  });

  it('copies one instant while changes go on', async () => {
    const folder = await newFolder();
    await using log = await level(join(folder, 'log'));
    await write(log, places(0, 5_000));
    const progress = { copying: true };
    const copy = log.backup(join(folder, 'backup')).finally(() => {
      progress.copying = false;
    });
    let rounds = 0;
    for (; progress.copying; rounds += 1) await write(log, places(rounds * 50, rounds * 50 + 100));
    await copy;
    expect(rounds).toBeGreaterThan(1);
    const head = await restoreBackup(join(folder, 'backup'), join(folder, 'restored'), settings());
    expect(head.position).toBeLessThan(log.head().position);
    expect(await log.verify()).toEqual([]);
  });

  it('refuses what is no whole backup, and leaves nothing behind', async () => {
    const { folder, backup } = await backedUp(level);
    const target = join(folder, 'restored');
    const refuses = async (code: string) => {
      await expect(restoreBackup(backup, target, settings())).rejects.toMatchObject({ code });
      expect((await readdir(folder)).filter((name) => name.startsWith('restored'))).toEqual([]);
    };
    const manifestFile = join(backup, 'backup.json');
    const manifest = await readFile(manifestFile, 'utf8');
    await writeFile(manifestFile, manifest.replace(/"live": \d+/, '"live": 7'));
    await refuses('backup-invalid');
    await writeFile(manifestFile, manifest.slice(0, 40));
    await refuses('backup-invalid');
    await rm(manifestFile);
    await refuses('backup-invalid');
    await writeFile(manifestFile, manifest);
    await rm(join(backup, 'log', 'CURRENT'));
    await refuses('log-corrupt');
  });

  it('refuses a backup whose texts have changed', async () => {
    const { folder, backup } = await backedUp(level);
    const [wal = ''] = (await readdir(join(backup, 'log'))).filter((name) => name.endsWith('.log'));
    expect(wal).not.toBe('');
    await using log = await openLevelChangeLog(join(backup, 'log'), settings());
    const [change] = await changesTo(log, [['/places/9', 'other']]);
    if (change === undefined) throw new Error('one change');
    // A state that no head counts: what a flipped byte in a text comes down to.
    await log.append({ things: [{ ...change, hash: '0'.repeat(64) }], records: [] }, { durable: true });
    const head = log.head();
    await log[Symbol.asyncDispose]();
    const manifestFile = join(backup, 'backup.json');
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as object;
    const { position, live, digest } = head;
    await writeFile(manifestFile, JSON.stringify({ ...manifest, position, live, digest: formatDigest(digest) }));
    await expect(restoreBackup(backup, join(folder, 'restored'), settings())).rejects.toMatchObject({
      code: 'backup-invalid',
      message: expect.stringContaining('/places/9') as string,
    });
  });

  it('overwrites no log, and takes an empty folder', async () => {
    const { folder, backup } = await backedUp(level);
    await expect(restoreBackup(backup, join(folder, 'log'), settings())).rejects.toMatchObject({
      code: 'already-initialised',
    });
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect((await restoreBackup(backup, empty, settings())).live).toBe(2_499);
  });

  it('changes the origin only when told to', async () => {
    const { folder, backup, head } = await backedUp(level);
    const target = join(folder, 'restored');
    const moved = settings({ origin: 'https://straat.example' });
    await expect(restoreBackup(backup, target, moved)).rejects.toMatchObject({ code: 'origin-changed' });
    const restored = await restoreBackup(backup, target, { ...moved, onOriginChange: 'change' });
    expect(restored.epoch).not.toBe(head.epoch);
    await using log = await openLevelChangeLog(target, moved);
    expect(await log.verify()).toEqual([]);
  });
});
