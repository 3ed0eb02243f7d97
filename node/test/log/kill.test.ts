import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeLog } from '../../src/log/change-log.ts';
import { MemoryChangeLog } from '../../src/log/memory-change-log.ts';
import { openLevelChangeLog } from '../../src/log/open-level-change-log.ts';
import { systemClock } from '../../src/model/clock.ts';
import { appendBatch, batchesOrigin, lastBatch } from './seeded-batches.ts';

const script = fileURLToPath(new URL('append-until-killed.ts', import.meta.url));
const options = { origin: batchesOrigin, clock: systemClock };

/** Lets a process append, and kills it some time after so many answers. @returns the last batch that it acknowledged */
const appendAndKill = async (folder: string, answers: number, delayMs: number): Promise<number> => {
  const child = spawn(process.execPath, ['--conditions=@openstraat/source', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let [count, acknowledged] = [0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    count += 1;
    if (count === answers) void delay(delayMs).then(() => child.kill('SIGKILL'));
  }
  const [, signal] = (await closed) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return acknowledged;
};

/** What the log should hold after batches that nothing interrupted. */
const bringTo = async (log: ChangeLog, batch: number): Promise<bigint> => {
  for (let n = (await lastBatch(log)) + 1; n <= batch; n += 1) await appendBatch(log, n, false);
  return log.head().digest;
};

describe('a change log whose process is killed', () => {
  it('is whole when it is opened again, and has what was acknowledged', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'openstraat-kill-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const folder = join(parent, 'log');
    const never = new MemoryChangeLog(options);
    for (const [answers, delayMs] of [
      [1, 0],
      [7, 3],
      [40, 1],
      [23, 11],
      [90, 5],
      [2, 17],
    ] as const) {
      const acknowledged = await appendAndKill(folder, answers, delayMs);
      await using log = await openLevelChangeLog(folder, options);
      expect(await log.verify()).toEqual([]);
      const found = await lastBatch(log);
      expect(found).toBeGreaterThanOrEqual(acknowledged);
      expect(log.head().digest).toBe(await bringTo(never, found));
    }
    expect(await lastBatch(never)).toBeGreaterThan(160);
  });
});
