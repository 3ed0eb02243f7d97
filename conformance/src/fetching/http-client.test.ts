import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { UnreachableReason } from './exchange.ts';
import { HttpClient } from './http-client.ts';
import type { FetchLimits } from './limits.ts';
import { type FetchFunction, transportOfFetch } from './transport.ts';

const clientOf = (answer: FetchFunction, limits: Partial<FetchLimits> = {}, signal = new AbortController().signal) =>
  new HttpClient({
    tested: new URL('http://shops.example/'),
    transport: transportOfFetch(answer),
    userAgent: 'suite',
    signal,
    now: () => 0,
    limits: { retryAfterMs: 0, ...limits },
  });

const reasonOf = async (client: HttpClient, address = '/'): Promise<UnreachableReason | number | undefined> => {
  const { answer, unreachable } = await client.ask(address);
  return answer?.status ?? unreachable?.reason;
};

describe('limits, at the limit and one past it', () => {
  it.each([
    [100, 200],
    [101, 'body-too-large'],
  ])('a body of %i bytes', async (bytes, expected) => {
    expect(await reasonOf(clientOf(async () => new Response('x'.repeat(bytes)), { encodedBytesMax: 100 }))).toBe(
      expected,
    );
  });

  it.each([
    [100_000, 200],
    [100_001, 'decoded-too-large'],
  ])('a body that unpacks to %i bytes', async (bytes, expected) => {
    const packed = gzipSync('x'.repeat(bytes));
    const client = clientOf(async () => new Response(packed, { headers: { 'content-encoding': 'gzip' } }), {
      decodedBytesMax: 100_000,
    });
    expect(await reasonOf(client)).toBe(expected);
  });

  it.each([
    [3, 200],
    [4, 'too-many-redirects'],
  ])('%i redirects', async (redirects, expected) => {
    const client = clientOf(
      async ({ url }) => {
        const step = Number(new URL(url).pathname.slice(1));
        return step < redirects
          ? new Response(null, { status: 302, headers: { location: `/${step + 1}` } })
          : new Response('there');
      },
      { redirectsMax: 3 },
    );
    expect(await reasonOf(client, '/0')).toBe(expected);
  });

  it.each([
    [2, 200],
    [3, 500],
  ])('%i answers of 500 before a good one', async (failures, expected) => {
    let asked = 0;
    const client = clientOf(async () => new Response('', { status: asked++ < failures ? 500 : 200 }), {
      retriesMax: 2,
    });
    expect(await reasonOf(client)).toBe(expected);
    expect(client.recording.records[0]?.attempts).toBe(3);
  });

  it.each([
    ['0', 2, 200],
    ['0', 3, 'rate-limited'],
    ['31', 1, 'rate-limited'],
  ])('Retry-After: %s, %i times', async (seconds, times, expected) => {
    let asked = 0;
    const client = clientOf(
      async () =>
        asked++ < times ? new Response('', { status: 429, headers: { 'retry-after': seconds } }) : new Response(''),
      { waitsMax: 2, waitMsMax: 30_000 },
    );
    expect(await reasonOf(client)).toBe(expected);
  });

  it('four requests at once', async () => {
    let open = 0;
    let most = 0;
    const client = clientOf(async () => {
      most = Math.max(most, ++open);
      await new Promise(setImmediate);
      open -= 1;
      return new Response('');
    });
    await Promise.all(Array.from({ length: 20 }, () => client.ask('/')));
    expect(most).toBe(4);
  });

  it('so many silences, and the host is not asked any more', async () => {
    let asked = 0;
    const client = clientOf(
      async () => {
        asked += 1;
        throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
      },
      { silencesMax: 3 },
    );
    for (let request = 0; request < 3; request++) expect(await reasonOf(client)).toBe('connection-refused');
    expect(await reasonOf(client)).toBe('gave-up');
    expect(asked).toBe(3);
  });
});

describe('other hosts', () => {
  it.each([
    'https://elsewhere.example/',
    'http://shops.example:81/',
    'http://me@shops.example/',
    'ftp://shops.example/',
  ])('asks nothing of %s', async (address) => {
    const asked: string[] = [];
    const client = clientOf(async ({ url }) => {
      asked.push(url);
      return new Response(null, { status: 302, headers: { location: address } });
    });
    expect(['other-host', 'not-an-address']).toContain(await reasonOf(client, address));
    expect(asked).toEqual([]);
    expect(['other-host', 'not-an-address']).toContain(await reasonOf(client));
    expect(asked).toEqual(['http://shops.example/']);
  });

  it('follows a redirect to https on the same host', async () => {
    const client = clientOf(async ({ url }) =>
      url.startsWith('https:')
        ? new Response('safe')
        : new Response(null, { status: 301, headers: { location: 'https://shops.example/' } }),
    );
    expect(await reasonOf(client)).toBe(200);
  });
});

it('records what was asked, and what came', async () => {
  const client = clientOf(async () => new Response('hello', { headers: { 'x-test': '1' } }), { excerptBytesMax: 3 });
  await client.ask('/a', { accept: 'text/html', headers: { 'if-none-match': '"1"' } });
  expect(client.recording.records).toMatchObject([
    {
      id: 0,
      method: 'GET',
      url: 'http://shops.example/a',
      requestHeaders: { 'user-agent': 'suite', accept: 'text/html', 'if-none-match': '"1"' },
      attempts: 1,
      response: { status: 200, headers: { 'x-test': '1' }, bytes: 5, excerpt: 'hel', sha256: expect.any(String) },
    },
  ]);
});

it('asks nothing any more when the run is stopped', async () => {
  const client = clientOf(async () => new Response(''), {}, AbortSignal.abort());
  expect(await reasonOf(client)).toBe('stopped');
});
