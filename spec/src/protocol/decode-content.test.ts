import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeContent } from './decode-content.ts';

const codings = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
};
const names = Object.keys(codings) as (keyof typeof codings)[];

const withWindow = (log: number) =>
  zstdCompressSync(Buffer.alloc(1), {
    params: { [constants.ZSTD_c_windowLog]: log, [constants.ZSTD_c_contentSizeFlag]: 0 },
  });

describe('content coding', () => {
  it.each(names)('%s comes off, however it is written', async (coding) => {
    const packed = codings[coding]('a shop');
    for (const header of [coding, ` ${coding.toUpperCase()} `]) {
      const decoded = await decodeContent(packed, header, 6);
      expect(decoded.ok && decoded.body.toString()).toBe('a shop');
    }
  });

  it.each([undefined, '', 'identity'])('of %s leaves a body as it is, up to its limit', async (coding) => {
    const body = Buffer.alloc(100);
    expect(await decodeContent(body, coding, 100)).toEqual({ ok: true, body });
    expect(await decodeContent(body, coding, 99)).toEqual({ ok: false, code: 'decoded-too-large' });
  });

  it.each(names)('%s unpacks to as much as it may, and not to one byte more', async (coding) => {
    const packed = codings[coding](Buffer.alloc(100_000));
    expect(await decodeContent(packed, coding, 100_000)).toMatchObject({ ok: true });
    expect(await decodeContent(packed, coding, 99_999)).toMatchObject({ ok: false, code: 'decoded-too-large' });
  });

  it.each([...names, 'compress', 'gzip, gzip', '__proto__'])(
    'of %s is broken where the body is not so',
    async (coding) => {
      expect(await decodeContent(Buffer.from('not packed'), coding, 100)).toMatchObject({
        ok: false,
        code: 'encoding-broken',
      });
    },
  );

  it('names a coding that nobody knows, though not all of a long one', async () => {
    expect(await decodeContent(Buffer.from('x'), 'compress', 100)).toMatchObject({ detail: '"compress" is not known' });
    const long = await decodeContent(Buffer.from('x'), 'x'.repeat(1_000), 100);
    expect(!long.ok && long.detail?.length).toBeLessThan(100);
  });

  it('of zstd needs no larger window than everybody has', async () => {
    expect(await decodeContent(withWindow(23), 'zstd', 100)).toMatchObject({ ok: true });
    const large = withWindow(24);
    // The window is told in the frame's head: it is made larger there, since a small input never asks for it.
    large[5] = (24 - 10) << 3;
    expect(await decodeContent(large, 'zstd', 100)).toMatchObject({ ok: false, code: 'encoding-broken' });
  });
});
