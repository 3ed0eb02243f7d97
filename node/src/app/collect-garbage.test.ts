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
  for (let turn = 0; turn < 3; turn++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Another thread gives back what was found, when the machine lets it. This one stands still, so that nothing else is found meanwhile.
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 0; look < 1_000 && before - megabytes() < 100; look++) Atomics.wait(bell, 0, 0, 10);
  console.log(before - megabytes());
`;

it('gives back shared memory that nobody uses any more', async () => {
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program]);
  expect(Number(stdout)).toBeGreaterThan(100);
});
