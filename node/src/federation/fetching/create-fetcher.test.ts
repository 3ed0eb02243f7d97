import { createServer as createTcpServer } from 'node:net';
import { once } from 'node:events';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { patience } from '../../model/patience.test-helper.ts';
import { type Answering, type LoopbackServer, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import type { Resolve } from './guarded-lookup.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from './create-fetcher.ts';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

const nowMs = Date.parse('2026-03-02T09:00:00Z');
const fetcherWith = (options: Partial<FetcherOptions> = {}): Fetcher => {
  const fetcher = createFetcher({
    allowPrivateAddress: true,
    userAgent: 'Openstraat test',
    clock: { now: () => nowMs },
    ...options,
  });
  open.push(fetcher);
  return fetcher;
};
const serve = async (answer: Answering): Promise<LoopbackServer> => {
  const server = await serveOnLoopback(answer);
  open.push(server);
  return server;
};

describe('an answer', () => {
  it('comes decompressed, with its status and headers', async () => {
    const text = 'Hallo, Waterveen. '.repeat(1_000);
    const codings = {
      gzip: gzipSync(text),
      br: brotliCompressSync(text),
      zstd: zstdCompressSync(text),
      identity: Buffer.from(text),
    };
    const { origin } = await serve((request, response) => {
      const coding = new URL(request.url ?? '', 'http://a').pathname.slice(1) as keyof typeof codings;
      const { 'user-agent': agent, 'accept-encoding': accepted } = request.headers;
      response.writeHead(200, { 'content-encoding': coding, 'x-said': `${agent}; ${accepted}` }).end(codings[coding]);
    });
    const fetcher = fetcherWith();
    for (const coding of Object.keys(codings) as (keyof typeof codings)[]) {
      const answer = await fetcher.get(`${origin}/${coding}#part`);
      expect(answer).toMatchObject({ ok: true, status: 200, encodedBytes: codings[coding].length });
      if (!answer.ok) throw new Error(answer.words);
      expect(answer.body.toString()).toBe(text);
      expect(answer.headers.get('x-said')).toBe('Openstraat test; zstd, gzip, br');
    }
  });

  it.each([200, 204, 304, 404, 410, 500])('of status %s is an answer', async (status) => {
    const { origin } = await serve((_request, response) => response.writeHead(status).end());
    expect(await fetcherWith().get(origin)).toMatchObject({ ok: true, status });
  });

  it.each([
    ['429', '120', 120_000],
    ['503', 'Mon, 02 Mar 2026 09:05:00 GMT', 300_000],
    ['503', 'Mon, 02 Mar 2026 08:05:00 GMT', 0],
    ['503', '999999999', 86_400_000],
    ['429', 'soon', undefined],
  ])('%s with Retry-After: %s says how long to stay away', async (status, header, retryAfterMs) => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(Number(status), { 'retry-after': header }).end('busy');
    });
    const answer = await fetcherWith().get(origin);
    expect(answer).toMatchObject({ ok: false, code: 'busy' });
    expect('retryAfterMs' in answer ? answer.retryAfterMs : undefined).toBe(retryAfterMs);
  });
});

describe('sizes', () => {
  const limits = { encodedBytesMax: 1_000, decodedBytesMax: 100_000 };

  it.each([
    [1_000, undefined],
    [1_001, 'body-too-large'],
  ])('of %s bytes as sent', async (bytes, code) => {
    const { origin } = await serve((_request, response) => response.end(Buffer.alloc(bytes)));
    const answer = await fetcherWith({ limits }).get(origin);
    expect(answer.ok ? undefined : answer.code).toBe(code);
  });

  it.each(['gzip', 'br', 'zstd'] as const)('of what %s unpacks to', async (coding) => {
    const compress = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync }[coding];
    const { origin } = await serve((request, response) => {
      const bytes = Number(request.url?.slice(1));
      response.writeHead(200, { 'content-encoding': coding }).end(compress(Buffer.alloc(bytes)));
    });
    const fetcher = fetcherWith({ limits });
    expect(await fetcher.get(`${origin}/100000`)).toMatchObject({ ok: true });
    expect(await fetcher.get(`${origin}/100001`)).toMatchObject({ ok: false, code: 'decoded-too-large' });
  });

  it.each(['gzip', 'deflate', 'gzip, gzip', 'compress'])('are not risked for a body that is not %s', async (coding) => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end('not compressed');
    });
    expect(await fetcherWith().get(origin)).toMatchObject({ ok: false, code: 'encoding-broken' });
  });
});

describe('time', () => {
  it('is up when no answer comes', async () => {
    const { origin } = await serve(() => undefined);
    const limits = { headersMs: 50 };
    expect(await fetcherWith({ limits }).get(origin)).toMatchObject({ ok: false, code: 'headers-timeout' });
  });

  it('is up when a body stands still', async () => {
    const { origin } = await serve((_request, response) => void response.write('and then'));
    const limits = { stallMs: 50 };
    expect(await fetcherWith({ limits }).get(origin)).toMatchObject({ ok: false, code: 'body-stalled' });
  });

  it('is up when a body only ever trickles', async () => {
    const { origin } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(timer));
    });
    const limits = { totalMs: 100 };
    expect(await fetcherWith({ limits }).get(origin)).toMatchObject({ ok: false, code: 'total-timeout' });
  });

  it('is up when the caller says so', async () => {
    const stop = new AbortController();
    const { origin } = await serve(() => stop.abort());
    expect(await fetcherWith().get(origin, { signal: stop.signal })).toMatchObject({ ok: false, code: 'stopped' });
  });
});

describe('what is no answer', () => {
  it('has a code', async () => {
    const cut = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      response.socket?.end();
    });
    expect(await fetcherWith().get(cut.origin)).toMatchObject({ code: 'connection-broken' });
    const other = createTcpServer((socket) => void socket.once('data', () => socket.end('220 mail ready\r\n'))).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    expect(await fetcherWith().get(`http://127.0.0.1:${port}`)).toMatchObject({ code: 'http-broken' });
    expect(await fetcherWith().get(`https://127.0.0.1:${port}`)).toMatchObject({ code: 'tls-failed' });
    other.close();
    await once(other, 'close');
    expect(await fetcherWith().get(`http://127.0.0.1:${port}`)).toMatchObject({ code: 'connection-refused' });
  });

  it.each(['ftp://a.example/', 'file:///etc/passwd', 'http://user@a.example/', 'http://:pass@a.example/', 'feed', ''])(
    'is not asked for at %s',
    async (address) => {
      expect(await fetcherWith().get(address)).toMatchObject({ ok: false, code: 'not-an-address' });
    },
  );
});

const hops: Answering = (request, response) => {
  const left = Number(request.url?.slice(1));
  if (left === 0) response.end('there');
  else response.writeHead(302, { location: `/${left - 1}` }).end();
};

describe('redirects', () => {
  it('are followed three times', async () => {
    const { origin } = await serve(hops);
    expect(await fetcherWith().get(`${origin}/3`)).toMatchObject({ ok: true, url: `${origin}/0` });
    expect(await fetcherWith().get(`${origin}/4`)).toMatchObject({ ok: false, code: 'too-many-redirects' });
  });

  it('stay within the origin unless they may leave it', async () => {
    const other = await serve((_request, response) => response.end('elsewhere'));
    const { origin } = await serve((_request, response) => {
      response.writeHead(301, { location: `${other.origin}/` }).end();
    });
    const fetcher = fetcherWith();
    expect(await fetcher.get(origin)).toMatchObject({ ok: false, code: 'other-origin' });
    expect(other.asked).toEqual([]);
    expect(await fetcher.get(origin, { redirects: 'anywhere' })).toMatchObject({ ok: true, url: `${other.origin}/` });
  });

  it('do not lead to anything but http', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    });
    expect(await fetcherWith().get(origin, { redirects: 'anywhere' })).toMatchObject({ code: 'not-an-address' });
  });
});

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
  ])('are refused as %s', async (address) => {
    expect(await fetcherWith({ allowPrivateAddress: false }).get(address)).toMatchObject({ code: 'private-address' });
  });

  it('are refused where one of the addresses of a name is one', async () => {
    const addresses = ['93.184.216.34', '10.0.0.1'].map((address) => ({ address, family: 4 }));
    const fetcher = fetcherWith({ allowPrivateAddress: false, resolve: async () => addresses });
    expect(await fetcher.get('http://shop.example/')).toMatchObject({ code: 'private-address' });
  });

  it('cannot be slipped in between the check and the connection', async () => {
    const { origin } = await serve((_request, response) => response.end('inside'));
    const asked: string[] = [];
    // First a public address, as a check would see it; then the private one.
    const resolve = async (hostname: string) => {
      asked.push(hostname);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '0.0.0.0', family: 4 }];
    };
    const fetcher = fetcherWith({ resolve });
    expect(await fetcher.get(origin.replace('127.0.0.1', 'shop.example'))).toMatchObject({ ok: true });
    expect(asked).toEqual(['shop.example']);
  });

  it('and names that do not resolve have codes of their own', async () => {
    const unknown = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    const resolve = vi.fn<Resolve>().mockRejectedValue(unknown);
    expect(await fetcherWith({ resolve }).get('http://shop.example/')).toMatchObject({ code: 'host-not-found' });
    expect(await fetcherWith({ resolve: async () => [] }).get('http://shop.example/')).toMatchObject({
      code: 'host-not-found',
    });
  });
});

describe('one host', () => {
  it('is asked so many things at the same time, and no more', async () => {
    const held: (() => void)[] = [];
    const { origin, asked } = await serve((_request, response) => {
      held.push(() => response.end());
    });
    const fetcher = fetcherWith({ limits: { requestsAtOnce: 2 } });
    const all = Promise.all(Array.from({ length: 7 }, () => fetcher.get(origin)));
    for (const known of [2, 4, 6, 7]) {
      await expect.poll(() => asked.length, patience).toBe(known);
      for (const answer of held.splice(0)) answer();
    }
    expect((await all).every(({ ok }) => ok)).toBe(true);
  });

  it('has so many waiting for it, and no more', async () => {
    const held: (() => void)[] = [];
    const { origin, asked } = await serve((_request, response) => {
      held.push(() => response.end());
    });
    const fetcher = fetcherWith({ limits: { requestsAtOnce: 1, requestsWaitingMax: 2 } });
    const all = [fetcher.get(origin), fetcher.get(origin), fetcher.get(origin)];
    expect(await fetcher.get(origin)).toMatchObject({ ok: false, code: 'busy' });
    for (const known of [1, 2, 3]) {
      await expect.poll(() => asked.length, patience).toBe(known);
      for (const answer of held.splice(0)) answer();
    }
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
  });

  it('keeps nobody waiting past their time, or after they were stopped', async () => {
    const { origin, asked } = await serve(() => undefined);
    const fetcher = fetcherWith({ limits: { requestsAtOnce: 1 } });
    const first = new AbortController();
    const holding = fetcher.get(origin, { signal: first.signal });
    await expect.poll(() => asked.length, patience).toBe(1);
    expect(await fetcher.get(origin, { totalMs: 20 })).toMatchObject({ code: 'total-timeout' });
    const stop = new AbortController();
    const waiting = fetcher.get(origin, { signal: stop.signal });
    stop.abort();
    expect(await waiting).toMatchObject({ code: 'stopped' });
    expect(asked).toHaveLength(1);
    first.abort();
    await holding;
  });
});
