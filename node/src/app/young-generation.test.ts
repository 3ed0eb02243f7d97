import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** A program that keeps what it makes for a while, as an import does. @returns megabytes of V8's space for new objects at its end */
const youngMegabytes = async (heldBack: boolean): Promise<number> => {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { holdYoungGeneration } from ${JSON.stringify(join(import.meta.dirname, 'young-generation.ts'))};
    const kept = [];
    for (let turn = 0; turn < 3_000; turn++) {
      kept[turn % 60] = Array.from({ length: 1_000 }, (_, at) => ({ turn, at, text: 'x' + turn + at }));
      if (${heldBack}) holdYoungGeneration();
    }
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(space.space_size / 2 ** 20);
  `;
  // The largest size that V8 chooses itself depends on the machine.
  const flags = ['--no-warnings', '--max-semi-space-size=64', '--input-type=module'];
  const { stdout } = await run(process.execPath, [...flags, '--eval', program]);
  return Number(stdout);
};

it('stops growing where it is held, and would have grown further', async () => {
  expect(await youngMegabytes(true)).toBeLessThanOrEqual(32);
  expect(await youngMegabytes(false)).toBeGreaterThan(32);
});
