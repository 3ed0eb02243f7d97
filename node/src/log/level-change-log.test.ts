import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { describeChangeLog } from './change-log.contract.ts';
import { openLevelChangeLog } from './open-level-change-log.ts';

describeChangeLog('LevelChangeLog', async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'openstraat-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return openLevelChangeLog(join(folder, 'log'), options);
});
