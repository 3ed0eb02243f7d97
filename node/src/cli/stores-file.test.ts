import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFile } from '../import/delivery.test-helper.ts';
import { cliLimits } from './limits.ts';
import { readStores, readStoresFile } from './stores-file.ts';

it.each([
  ['store_code;place\r\n0017;fietsen-jansen\r\nA,B;bakker-bart\r\n', ';'],
  ['\uFEFFStore_Code\tplace\n0017\tfietsen-jansen\nA,B\tbakker-bart', 'tab'],
  ['0017,fietsen-jansen\n\n"A,B",bakker-bart\n', 'comma'],
])('reads %j', async (text) => {
  expect(await readStores(testFile(text))).toEqual({ '0017': 'fietsen-jansen', 'A,B': 'bakker-bart' });
});

it.each([
  ['', 'it names no store'],
  ['store_code;place\n', 'it names no store'],
  ['0017\n', 'the first line does not have two cells'],
  ['0017;a\n0018;b;c\n', 'Write lines of store_code;place'],
  ['0017;a\n0017;b\n', 'store code 0017 is there twice'],
  ['0017;a\n0018\n', 'line 2: The row has fewer cells'],
  ['0017;a\n0018;\n', 'line 2 does not have two cells'],
  ['0017;a\n"0018;b\n', 'line 2: A quotation mark'],
  ['"0017;a\n', 'A quotation mark'],
])('refuses %j, and says what to write', async (text, what) => {
  await expect(readStores(testFile(text))).rejects.toThrow(what);
});

it('takes a file at the limit, and refuses one past it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'os-'));
  const file = join(folder, 'stores.csv');
  const line = '0017;a\n';
  await writeFile(file, line + '\n'.repeat(cliLimits.storesFileBytesMax - line.length));
  expect(await readStoresFile(file)).toEqual({ '0017': 'a' });
  await writeFile(file, line + '\n'.repeat(cliLimits.storesFileBytesMax - line.length + 1));
  await expect(readStoresFile(file)).rejects.toThrow('larger than');
  await rm(folder, { recursive: true });
});
