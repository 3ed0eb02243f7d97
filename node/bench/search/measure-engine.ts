import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchSize } from '../generate.ts';
import type { EngineFigures } from './engine-figures.ts';

const run = promisify(execFile);

/**
 * Measures the engine over the log of a data folder, in a process of its own.
 * @param changes offers that it changes afterwards, to see how fast that goes
 */
export const measureEngine = async (dataFolder: string, size: BenchSize, changes: number): Promise<EngineFigures> => {
  const { stdout } = await run(
    process.execPath,
    [
      ...process.execArgv,
      join(import.meta.dirname, '../engine-child.ts'),
      dataFolder,
      JSON.stringify(size),
      String(changes),
    ],
    { maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout) as EngineFigures;
};
