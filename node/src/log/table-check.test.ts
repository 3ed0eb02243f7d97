import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, it, onTestFinished } from 'vitest';
import { crc32c } from './crc32c.ts';
import { snappyUncompress } from './snappy.ts';
import { checkTable } from './table-check.ts';

it('counts CRC-32C as RFC 3720 does', () => {
  expect(crc32c(Buffer.alloc(32)) >>> 0).toBe(0x8a_91_36_aa);
  expect(crc32c(Buffer.alloc(32, 0xff)) >>> 0).toBe(0x62_a8_ab_43);
  expect(crc32c(Buffer.from('123456789')) >>> 0).toBe(0xe3_06_92_83);
});

it('undoes Snappy, and refuses what is not', () => {
  const abcabcab = Buffer.from([8, 0x08, 0x61, 0x62, 0x63, 0x05, 3]);
  expect(snappyUncompress(abcabcab, 8).toString()).toBe('abcabcab');
  const long = Buffer.concat([Buffer.from([70, 60 << 2, 69]), Buffer.alloc(70, 'x')]);
  expect(snappyUncompress(long, 70).toString()).toBe('x'.repeat(70));
  for (const [input, bytesMax] of [
    [abcabcab, 7],
    [abcabcab.subarray(0, 4), 8],
    [abcabcab.subarray(0, 5), 8],
    [Buffer.from([4, 0x01, 1]), 8],
    [Buffer.from([0xff, 0xff]), 8],
  ] as const) {
    expect(() => snappyUncompress(input, bytesMax)).toThrow(RangeError);
  }
});

it('finds a changed byte anywhere in a table, and nothing in a whole one', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'openstraat-table-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'log');
  const database = new ClassicLevel(folder);
  for (let key = 0; key < 2_000; key += 1) await database.put(`l!${key}`, `${key} `.repeat(60));
  await database.compactRange('', '~');
  await database.close();
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.ldb'));
  const table = join(folder, name);
  expect(await checkTable(table, 'all')).toBeUndefined();
  expect(await checkTable(join(folder, '999999.ldb'), 'all')).toBeUndefined();
  const whole = await readFile(table);
  // The footer's last bytes before the magic number are padding, which nobody reads.
  const checked = whole.length - 48;
  for (let step = 0; step < 49; step += 1) {
    const damaged = Buffer.from(whole);
    const at = Math.floor((step / 48) * (checked - 1));
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (step % 8));
    await writeFile(table, damaged);
    expect([at, await checkTable(table, 'all')]).toEqual([at, expect.any(String)]);
  }
  await writeFile(table, whole.subarray(0, 40));
  expect(await checkTable(table, 'index')).toBe('it is too short');
  await appendFile(table, Buffer.alloc(100));
  expect(await checkTable(table, 'index')).toBe('it does not end as a table does');
});
