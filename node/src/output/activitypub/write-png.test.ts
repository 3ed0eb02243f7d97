import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { icon } from './icon.ts';
import { writePng } from './write-png.ts';

const chunksOf = (png: Buffer): Map<string, Buffer> => {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  return chunks;
};

it('writes every point of a picture', () => {
  const png = writePng(2, (x, y) => [x * 10, y * 10, 7]);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const chunks = chunksOf(png);
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  expect([...inflateSync(chunks.get('IDAT') ?? '')]).toEqual([0, 0, 0, 7, 10, 0, 7, 0, 0, 10, 7, 10, 10, 7]);
});

it('draws a pin that is large enough to be shown', () => {
  const chunks = chunksOf(icon());
  expect(chunks.get('IHDR')?.readUInt32BE(0)).toBeGreaterThanOrEqual(128);
  const lines = inflateSync(chunks.get('IDAT') ?? '');
  const line = 1 + 256 * 3;
  const at = (x: number, y: number): number[] => [...lines.subarray(y * line + 1 + x * 3, y * line + 4 + x * 3)];
  expect([at(0, 0), at(128, 60), at(128, 100), at(128, 200)]).toEqual([
    [21, 66, 115],
    [255, 255, 255],
    [21, 66, 115],
    [255, 255, 255],
  ]);
});
