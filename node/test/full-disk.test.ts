import { execFile, execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { NodeStats } from '../src/control/commands.ts';
import type { Ended } from './support/openstraat.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const mountAndRun = 'mount -t tmpfs -o size=24m tmpfs "$1" && shift && exec "$@"';

/** Whether this machine lets us mount a small disk of our own: only root may, and not in every container. */
const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-m', 'sh', '-c', mountAndRun, 'sh', tmpdir(), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

interface Seen {
  readonly first: Ended;
  readonly acknowledged: NodeStats;
  readonly full: Ended;
  readonly problems: readonly string[];
  readonly afterwards: NodeStats;
  readonly again: Ended;
  readonly healed: readonly [problems: readonly string[], live: number];
}

it('an import on a full disk stops and says so; what was imported before is there, and the node goes on', async ({
  skip,
}) => {
  skip(
    !canMount,
    'this machine does not let us mount a small disk; the log has a test in which a write is made to fail',
  );
  await using disk = await scratchFolder();
  await using elsewhere = await scratchFolder();
  const script = fileURLToPath(new URL('support/fill-disk.ts', import.meta.url));
  const command = [process.execPath, '--conditions=@openstraat/source', script, disk.path, elsewhere.path];
  const { stdout } = await promisify(execFile)('unshare', ['-m', 'sh', '-c', mountAndRun, 'sh', disk.path, ...command]);
  const seen = JSON.parse(stdout) as Seen;

  expect(seen.first.code).toBe(0);
  expect(seen.full.code).toBe(1);
  expect(seen.full.errors).toMatch(/disk .*is full/);
  expect(seen.full.errors).not.toMatch(/^ {4}at |mistake in Openstraat/m);
  expect(seen.problems).toEqual([]);
  expect(seen.afterwards.epoch).toBe(seen.acknowledged.epoch);
  expect(seen.afterwards.live).toBeGreaterThanOrEqual(seen.acknowledged.live);
  expect(seen.afterwards.position).toBeGreaterThanOrEqual(seen.acknowledged.position);
  expect(seen.again.code === 0 || seen.again.code === 3).toBe(true);
  expect(seen.healed[0]).toEqual([]);
  expect(seen.healed[1]).toBeGreaterThanOrEqual(1_000);
});
