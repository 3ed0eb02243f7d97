import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { HttpClient } from './http-client.ts';
import { transportOfFetch } from './transport.ts';

const { decoding } = vi.hoisted(() => ({ decoding: { now: 0, most: 0 } }));
vi.mock(import('./decode-body.ts'), async (importOriginal) => {
  const { decodeBody } = await importOriginal();
  return {
    async decodeBody(...given) {
      decoding.most = Math.max(decoding.most, ++decoding.now);
      try {
        return await decodeBody(...given);
      } finally {
        decoding.now -= 1;
      }
    },
  };
});

const packed = gzipSync('x'.repeat(100_000));

it('bodies are unpacked one at a time, and the same one is held once', async () => {
  const client = new HttpClient({
    tested: new URL('http://shops.example/'),
    transport: transportOfFetch(
      async ({ url }) =>
        new Response(url.endsWith('broken') ? 'not packed' : packed, { headers: { 'content-encoding': 'gzip' } }),
    ),
    userAgent: 'suite',
    signal: new AbortController().signal,
    now: () => 0,
  });
  const [first, broken, ...others] = await Promise.all(
    ['/a', '/broken', '/b', '/c', '/d'].map((path) => client.ask(path)),
  );
  expect(decoding).toEqual({ now: 0, most: 1 });
  expect(broken?.unreachable?.reason).toBe('encoding-broken');
  expect(others).toHaveLength(3);
  for (const { answer } of others) expect(answer?.body).toBe(first?.answer?.body);
});
