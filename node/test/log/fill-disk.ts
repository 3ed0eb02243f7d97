import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../src/model/fault.ts';
import { systemClock } from '../../src/model/clock.ts';
import { openLevelChangeLog } from '../../src/log/open-level-change-log.ts';
import { appendBatch, batchesOrigin, lastBatch } from './seeded-batches.ts';

// Runs in a process of its own, on a small disk: appends until the disk is full, makes room, and goes on.
const [disk = ''] = process.argv.slice(2);
const ballast = join(disk, 'ballast');
await writeFile(ballast, Buffer.alloc(12 << 20));

const open = () => openLevelChangeLog(join(disk, 'log'), { origin: batchesOrigin, clock: systemClock });
const codeOf = (error: unknown): string => (error instanceof Fault ? error.code : String(error));

const log = await open();
let acknowledged = 0;
let fault = '';
while (fault === '') {
  try {
    await appendBatch(log, acknowledged + 1, true);
    acknowledged += 1;
  } catch (error) {
    fault = codeOf(error);
  }
}
const next = await appendBatch(log, acknowledged + 1, true).then(() => 'taken', codeOf);
const stillRead = (await log.page(0, 10)).entries.length;
await log[Symbol.asyncDispose]();

await rm(ballast);
await using again = await open();
const found = await lastBatch(again);
const wrong = await again.verify();
await appendBatch(again, found + 1, true);
process.stdout.write(JSON.stringify({ acknowledged, fault, next, stillRead, found, wrong }));
