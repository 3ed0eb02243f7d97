import { join } from 'node:path';
import { openLevelChangeLog } from '../../src/log/open-level-change-log.ts';
import { createPlaceIndex } from '../../src/project/place-index.ts';
import { benchOrigin } from '../bench-node.ts';
import { wireEngine } from '../engine.ts';

/** Opens the log of a data folder, and an engine over it that has caught up. */
export const openEngine = async (dataFolder: string, now: () => number) => {
  const log = await openLevelChangeLog(join(dataFolder, 'log'), { origin: benchOrigin, clock: { now: Date.now } });
  const places = createPlaceIndex();
  await places.follow(log);
  const engine = wireEngine(log, places, { now });
  const started = performance.now();
  await engine.index.follow(engine.library);
  return {
    ...engine,
    log,
    buildSeconds: (performance.now() - started) / 1_000,
    async [Symbol.asyncDispose]() {
      await engine.index[Symbol.asyncDispose]();
      await log[Symbol.asyncDispose]();
    },
  };
};
