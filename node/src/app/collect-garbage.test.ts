import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** A program that leaves 192 megabytes behind. @returns how many megabytes less it takes at its end */
const program = `
  import { collectGarbage } from ${JSON.stringify(join(import.meta.dirname, 'collect-garbage.ts'))};
  const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
  const leaveBehind = () => {
    for (let turn = 0; turn < 3; turn++) new Uint8Array(new SharedArrayBuffer(64 << 20)).fill(1);
  };
  leaveBehind();
  const before = megabytes();
  // Another thread may still be giving back what the first call found.
  for (let turn = 0; turn < 3; turn++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  console.log(before - megabytes());
`;

it('gives back shared memory that nobody uses any more', async () => {
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program]);
  expect(Number(stdout)).toBeGreaterThan(100);
});
