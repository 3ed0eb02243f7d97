import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failingDatabase } from '../../src/log/failing-database.fixture.ts';
import { openLevelChangeLog } from '../../src/log/open-level-change-log.ts';
import { systemClock } from '../../src/model/clock.ts';
import { appendBatch, batchesOrigin, lastBatch } from './seeded-batches.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-disk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** A system's own program, not a package's. */
const unshare = 'unshare';
const mountAndRun = 'mount -t tmpfs -o size=20m tmpfs "$1" && shift && exec "$@"';

/** Whether this machine lets us mount a small disk of our own: only root may, and not in every container. */
const canMount = ((): boolean => {
  try {
    execFileSync(unshare, ['-m', 'sh', '-c', mountAndRun, 'sh', tmpdir(), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('a change log on a full disk', () => {
  it('says so, takes no more, and loses nothing that it acknowledged', async ({ skip }) => {
    skip(!canMount, 'this machine does not let us mount a small disk; a write that is made to fail stands in below');
    const disk = await newFolder();
    const script = fileURLToPath(new URL('fill-disk.ts', import.meta.url));
    const node = [process.execPath, '--conditions=@openstraat/source', script, disk];
    const { stdout } = await promisify(execFile)(unshare, ['-m', 'sh', '-c', mountAndRun, 'sh', disk, ...node]);
    const seen = JSON.parse(stdout) as { acknowledged: number; found: number };
    expect(seen).toMatchObject({ fault: 'disk-full', next: 'disk-full', stillRead: 10, wrong: [] });
    expect(seen.acknowledged).toBeGreaterThan(5);
    expect(seen.found).toBeGreaterThanOrEqual(seen.acknowledged);
  });

  it('does the same when a write is made to fail', async () => {
    const folder = join(await newFolder(), 'log');
    const options = { origin: batchesOrigin, clock: systemClock };
    const log = await openLevelChangeLog(folder, { ...options, database: failingDatabase(4) });
    await appendBatch(log, 1, true);
    await appendBatch(log, 2, true);
    await expect(appendBatch(log, 3, true)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(appendBatch(log, 3, true)).rejects.toMatchObject({ code: 'disk-full' });
    await log[Symbol.asyncDispose]();
    await using again = await openLevelChangeLog(folder, options);
    expect(await lastBatch(again)).toBe(2);
    expect(await again.verify()).toEqual([]);
  });
});
