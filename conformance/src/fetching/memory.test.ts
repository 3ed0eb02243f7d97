import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { HttpClient } from './http-client.ts';
import type { FetchLimits } from './limits.ts';
import { type FetchFunction, transportOfFetch } from './transport.ts';

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

const clientOf = (answer: FetchFunction, limits: Partial<FetchLimits> = {}): HttpClient =>
  new HttpClient({
    tested: new URL('http://shops.example/'),
    transport: transportOfFetch(answer),
    userAgent: 'suite',
    signal: new AbortController().signal,
    now: () => 0,
    limits,
  });

it('bodies are unpacked one at a time, and the same one is held once', async () => {
  const client = clientOf(
    async ({ url }) =>
      new Response(url.endsWith('broken') ? 'not packed' : packed, { headers: { 'content-encoding': 'gzip' } }),
  );
  const [first, broken, ...others] = await Promise.all(
    ['/a', '/broken', '/b', '/c', '/d'].map((path) => client.ask(path)),
  );
  expect(decoding).toEqual({ now: 0, most: 1 });
  expect(broken?.unreachable?.reason).toBe('encoding-broken');
  expect(others).toHaveLength(3);
  for (const { answer } of others) expect(answer?.body).toBe(first?.answer?.body);
});

it('a run holds bodies up to its limit, and not one byte more', async () => {
  const client = clientOf(async ({ url }) => new Response(new URL(url).searchParams.get('body')), { heldBytesMax: 10 });
  const ask = async (body: string, passing = false) => {
    const { answer, unreachable } = await client.ask(`/?body=${body}`, { passing });
    return answer?.body.toString('utf8') ?? unreachable?.reason;
  };
  expect(await ask('first')).toBe('first');
  expect(await ask('other!')).toBe('too-much-altogether');
  expect(await ask('other')).toBe('other');
  expect(await ask('first')).toBe('first');
  expect(await ask('x')).toBe('too-much-altogether');
  expect(await ask('what passes', true)).toBe('what passes');
  expect(client.recording.records.map(({ response }) => response?.status)).toEqual([
    200,
    undefined,
    200,
    200,
    undefined,
    200,
  ]);
});
