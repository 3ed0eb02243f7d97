import { systemClock } from '../../src/model/clock.ts';
import { openLevelChangeLog } from '../../src/log/open-level-change-log.ts';
import { appendBatch, batchesOrigin, lastBatch } from './seeded-batches.ts';

// Runs in a process of its own: appends batches and says which were acknowledged, until somebody kills it.
const [folder = ''] = process.argv.slice(2);
const log = await openLevelChangeLog(folder, { origin: batchesOrigin, clock: systemClock });
for (let n = (await lastBatch(log)) + 1; ; n += 1) {
  await appendBatch(log, n, n % 3 === 0);
  process.stdout.write(`${n}\n`);
  if (n % 10 === 0) await log.dropTombstones(log.head().position - 1_000);
}
