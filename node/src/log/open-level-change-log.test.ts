import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ThingId } from '@openstraat/spec';
import { ClassicLevel } from 'classic-level';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeLog } from './change-log.ts';
import { failingDatabase } from './failing-database.fixture.ts';
import { changesTo, HandClock, testOrigin, walk } from './log.fixture.ts';
import { entryKey } from './keys.ts';
import { chunkEntries } from './level-database.ts';
import { type LevelChangeLogOptions, openLevelChangeLog } from './open-level-change-log.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'log');
};

const settings = (more: Partial<LevelChangeLogOptions> = {}): LevelChangeLogOptions => ({
  origin: testOrigin,
  clock: new HandClock(),
  ...more,
});

const places = (count: number, name: string): [ThingId, string][] =>
  Array.from({ length: count }, (_, index) => [`/places/${index}`, `${name} ${'x'.repeat(index % 90)}`]);

const write = async (log: ChangeLog, named: readonly (readonly [ThingId, string | undefined])[]) =>
  log.append({ things: await changesTo(log, named), records: [] }, { durable: true });

/** A closed log whose tables are on the disk. */
const filled = async (folder: string, count = 3_000): Promise<void> => {
  await using log = await openLevelChangeLog(folder, settings());
  for (let round = 0; round < 3; round += 1) await write(log, places(count, `round ${round}`));
  await log[Symbol.asyncDispose]();
  const database = new ClassicLevel(folder);
  await database.compactRange('', '~');
  await database.close();
};

const filesLike = async (folder: string, pattern: RegExp): Promise<string[]> =>
  (await readdir(folder)).filter((name) => pattern.test(name)).map((name) => join(folder, name));

describe('openLevelChangeLog', () => {
  it('finds everything again', async () => {
    const folder = await newFolder();
    const first = await openLevelChangeLog(folder, settings());
    await write(first, places(10, 'x'));
    const seen = [first.head(), await walk(first)];
    await first[Symbol.asyncDispose]();
    await using again = await openLevelChangeLog(folder, settings());
    expect([again.head(), await walk(again)]).toEqual(seen);
  });

  it('refuses a folder that another has open', async () => {
    const folder = await newFolder();
    await using log = await openLevelChangeLog(folder, settings());
    await expect(openLevelChangeLog(folder, settings())).rejects.toMatchObject({ code: 'data-folder-busy' });
    expect(log.head().live).toBe(0);
  });

  it('refuses another origin, unless it is told to change', async () => {
    const folder = await newFolder();
    const first = await openLevelChangeLog(folder, settings());
    const old = await write(first, places(5, 'x'));
    await first[Symbol.asyncDispose]();
    const moved = settings({ origin: 'https://straat.example' });
    await expect(openLevelChangeLog(folder, moved)).rejects.toMatchObject({ code: 'origin-changed' });
    await using log = await openLevelChangeLog(folder, { ...moved, onOriginChange: 'change' });
    expect(log.origin).toBe('https://straat.example');
    expect(log.head().epoch).not.toBe(old.epoch);
    expect(await log.verify()).toEqual([]);
  });

  // Three chunks and the end: four writes. Before the first has been taken, nothing has changed.
  it.each([2, 3, 4])('takes up a change of origin that was cut off at write %i', async (failing) => {
    const folder = await newFolder();
    const first = await openLevelChangeLog(folder, settings());
    await write(first, places(chunkEntries * 2 + 500, 'x'));
    await write(first, [['/places/7', undefined]]);
    const old = first.head();
    await first[Symbol.asyncDispose]();
    const moved = settings({ origin: 'https://straat.example' });
    await expect(
      openLevelChangeLog(folder, { ...moved, onOriginChange: 'change', database: failingDatabase(failing) }),
    ).rejects.toMatchObject({ code: 'disk-full' });
    await using log = await openLevelChangeLog(folder, moved);
    expect(log.head()).toMatchObject({ position: old.position, live: old.live, tombstones: 1 });
    expect(log.head().epoch).not.toBe(old.epoch);
    expect(await log.verify()).toEqual([]);
  });

  it('takes no changes after a write that failed, until it is opened again', async () => {
    const folder = await newFolder();
    // The first write starts the log.
    const log = await openLevelChangeLog(folder, settings({ database: failingDatabase(3) }));
    const acknowledged = await write(log, places(2, 'kept'));
    await expect(write(log, places(3, 'lost'))).rejects.toMatchObject({ code: 'disk-full' });
    expect(log.head()).toEqual(acknowledged);
    await expect(write(log, places(1, 'late'))).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('until it is opened again') as string,
    });
    await expect(log.renewEpoch()).rejects.toMatchObject({ code: 'disk-full' });
    expect((await walk(log)).length).toBe(2);
    await log[Symbol.asyncDispose]();
    await using again = await openLevelChangeLog(folder, settings());
    expect(again.head()).toEqual(acknowledged);
    expect(await again.verify()).toEqual([]);
    await write(again, places(3, 'later'));
  });

  it('refuses a log whose last entry is gone', async () => {
    const folder = await newFolder();
    const log = await openLevelChangeLog(folder, settings());
    const { position } = await write(log, places(3, 'x'));
    await log[Symbol.asyncDispose]();
    const database = new ClassicLevel(folder);
    await database.del(entryKey(position));
    await database.close();
    await expect(openLevelChangeLog(folder, settings())).rejects.toMatchObject({ code: 'log-corrupt' });
  });

  it('says so when the log is no log of ours', async () => {
    const folder = await newFolder();
    const database = new ClassicLevel(folder);
    await database.put('somebody', 'else');
    await database.close();
    await expect(openLevelChangeLog(folder, settings())).rejects.toMatchObject({ code: 'log-corrupt' });
  });
});

describe('a damaged log', () => {
  const damages: readonly (readonly [string, (folder: string) => Promise<void>])[] = [
    ['CURRENT is gone', (folder) => rm(join(folder, 'CURRENT'))],
    ['CURRENT is empty', (folder) => truncate(join(folder, 'CURRENT'))],
    ['CURRENT leads nowhere', (folder) => writeFile(join(folder, 'CURRENT'), 'MANIFEST-999999\n')],
    ['the manifest is empty', async (folder) => truncate((await filesLike(folder, /^MANIFEST/))[0] ?? '')],
    ['the manifest is cut', async (folder) => truncate((await filesLike(folder, /^MANIFEST/))[0] ?? '', 30)],
    [
      'the manifest is something else',
      async (folder) => writeFile((await filesLike(folder, /^MANIFEST/))[0] ?? '', 'x'.repeat(50_000)),
    ],
    ['a table is gone', async (folder) => rm((await filesLike(folder, /\.ldb$/))[0] ?? '')],
  ];

  it.each(damages)('refuses to open when %s, says what to do, and deletes nothing', async (_what, damage) => {
    const folder = await newFolder();
    await filled(folder);
    await damage(folder);
    const tables = await filesLike(folder, /\.ldb$/);
    await expect(openLevelChangeLog(folder, settings())).rejects.toMatchObject({
      code: 'log-corrupt',
      message: expect.stringContaining('openstraat restore') as string,
    });
    expect(await filesLike(folder, /\.ldb$/)).toEqual(tables);
  });

  it.each([0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1])('is noticed when bytes at %d of a table have flipped', async (where) => {
    const folder = await newFolder();
    await filled(folder);
    const [table = ''] = await filesLike(folder, /\.ldb$/);
    const bytes = await readFile(table);
    const middle = Math.min(bytes.length - 8, Math.floor(bytes.length * where));
    for (let offset = middle; offset < middle + 8; offset += 1) bytes[offset] = ~(bytes[offset] ?? 0);
    await writeFile(table, bytes);
    const findings = await openLevelChangeLog(folder, settings()).then(
      async (log) => {
        await using open = log;
        return await open.verify();
      },
      (error: unknown) => [error],
    );
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      expect(typeof finding === 'string' ? { code: 'log-corrupt' } : finding).toMatchObject({ code: 'log-corrupt' });
    }
  });

  it('forgives a write-ahead log that was cut or goes on in rubbish, as a crash leaves it', async () => {
    for (const damage of [
      async (file: string) => truncate(file, Math.floor((await stat(file)).size * 0.7)),
      (file: string) => appendFile(file, Buffer.alloc(5_000, 7)),
    ]) {
      const folder = await newFolder();
      const log = await openLevelChangeLog(folder, settings());
      for (let round = 0; round < 3; round += 1) await write(log, places(500, `round ${round}`));
      await log[Symbol.asyncDispose]();
      const [wal = ''] = await filesLike(folder, /\.log$/);
      await damage(wal);
      await using again = await openLevelChangeLog(folder, settings());
      expect(again.head().live).toBe(500);
      expect(await again.verify()).toEqual([]);
    }
  });
});
