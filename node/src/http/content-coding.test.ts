import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { chooseCoding, encodeBody } from './content-coding.ts';
import { httpLimits } from './limits.ts';
import { respond } from './respond.ts';

describe('chooseCoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip;q=1.0, zstd;q=0.5', 'gzip'],
    ['*', 'zstd'],
    ['*, zstd;q=0', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['gzip;q=0, zstd;q=0', 'identity'],
    ['br', 'identity'],
    ['identity;q=0', 'identity'],
  ])('%s gives %s', (header, expected) => {
    expect(chooseCoding(header)).toBe(expected);
  });
});

/** Whether a body is there before the process turns to anything else. */
const isMadeHere = async (bytes: number, coding: 'gzip' | 'zstd'): Promise<boolean> => {
  let isMade = false;
  const coded = encodeBody(Buffer.alloc(bytes, 'a'), coding).then((body) => {
    isMade = true;
    return body;
  });
  await Promise.resolve();
  await Promise.resolve();
  const wasMade = isMade;
  const plain = coding === 'gzip' ? gunzipSync(await coded) : zstdDecompressSync(await coded);
  expect(plain).toHaveLength(bytes);
  return wasMade;
};

describe('encodeBody', () => {
  it.each(['gzip', 'zstd'] as const)('codes %s here at the limit, and elsewhere one byte past it', async (coding) => {
    const { compressedHereBytesMax } = httpLimits;
    expect(await isMadeHere(compressedHereBytesMax, coding)).toBe(true);
    expect(await isMadeHere(compressedHereBytesMax + 1, coding)).toBe(false);
  });
});

describe('respond', () => {
  it('codes no body below the limit', async () => {
    const app = new Hono();
    app.get('/:bytes', (context) =>
      respond(context, {
        type: 'text/plain',
        cacheControl: 'no-store',
        negotiated: false,
        body: () => 'a'.repeat(Number(context.req.param('bytes'))),
      }),
    );
    const codingOf = async (bytes: number): Promise<string | null> => {
      const response = await app.request(`/${bytes}`, { headers: { 'Accept-Encoding': 'gzip' } });
      return response.headers.get('Content-Encoding');
    };
    const { compressedBytesMin } = httpLimits;
    expect([await codingOf(compressedBytesMin - 1), await codingOf(compressedBytesMin)]).toEqual([null, 'gzip']);
  });
});
