import { expect, test } from 'vitest';
import { shown, testFile } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { readGazetteer } from './gazetteer.ts';

test.each([
  ['without header', '3511 AB;52.0907;5.1214\n3511AC;52.0908;5.1215\n'],
  ['with header', 'postcode;lat;lon\n3511AB;52.0907;5.1214\n3511 ac;52.0908;5.1215\n'],
  [
    'with commas and columns in another order',
    'Lengtegraad;Breedtegraad;Postcode\n5,1214;52,0907;3511AB\n5,1215;52,0908;3511AC\n',
  ],
])('finds postcodes however they are written, in a file %s', async (_what, content) => {
  const { locate, size, issues } = await readGazetteer(testFile(content));
  expect(issues).toEqual([]);
  expect(size).toBe(2);
  expect(locate(' 3511 ab ')).toEqual({ latitude: 52.0907, longitude: 5.1214 });
  expect(locate('3511AC')).toEqual({ latitude: 52.0908, longitude: 5.1215 });
  expect(locate('9999ZZ')).toBeUndefined();
});

test('tells which lines it can not use, and goes on', async () => {
  const { size, issues } = await readGazetteer(
    testFile(
      'postcode;lat;lon\n3511AB;52.1;5.1\n3511AB;52.1;5.1\n3511AB;52.2;5.1\n3511AC;5.1;52.1\n3511AD;;5\n;52;5\n3511AE;95;5\n3511AF;52.3;5.3\n',
    ),
  );
  expect(size).toBe(2);
  expect(shown(issues)).toEqual([
    '4 gazetteer-repeated postcode',
    '5 gazetteer-line postcode',
    '6 gazetteer-line postcode',
    '7 gazetteer-line postcode',
    '8 gazetteer-line postcode',
  ]);
});

test('a file of the largest size is read, one byte more is refused', async () => {
  const line = '3511AB;52.1;5.1\n';
  const file = (bytes: number) => ({
    ...testFile(''),
    async *open() {
      const first = new TextEncoder().encode(line);
      yield first;
      // A long cell that nobody reads: quick to skip.
      const block = new Uint8Array(1 << 20).fill(0x78);
      block[block.length - 1] = 0x0a;
      let left = bytes - first.length;
      for (; left >= block.length; left -= block.length) yield block;
      yield block.subarray(0, left);
    },
  });
  expect((await readGazetteer(file(importLimits.gazetteerBytesMax))).size).toBe(1);
  await expect(readGazetteer(file(importLimits.gazetteerBytesMax + 1))).rejects.toMatchObject({
    code: 'limit-exceeded',
  });
});
