import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** A program that replaces what it keeps again and again. @returns the most megabytes that V8's space for old objects took once it had settled */
const oldMegabytes = async (isHeld: boolean): Promise<number> => {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { holdOldGeneration } from ${JSON.stringify(join(import.meta.dirname, 'old-generation.ts'))};
    if (${isHeld}) holdOldGeneration();
    const kept = [];
    let most = 0;
    for (let turn = 0; turn < 6_000; turn++) {
      kept[turn % 300] = Array.from({ length: 1_000 }, (_, at) => ({ turn, at, more: [at] }));
      if (turn % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (turn < 3_000) continue;
      const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space');
      most = Math.max(most, space.space_size);
    }
    console.log(most / 2 ** 20);
  `;
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program]);
  return Number(stdout);
};

it('grows less where it is held', async () => {
  expect(await oldMegabytes(true)).toBeLessThan(0.8 * (await oldMegabytes(false)));
});
