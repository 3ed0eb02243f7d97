import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { TinyPublisher, tinyNowMs } from './broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from './broken/tiny-publisher/town.ts';
import { evidenceLimits } from './evidence/limits.ts';
import { type ConformanceResult, conformanceResultSchema } from './result/result.ts';
import { type ConformanceOptions, runConformance } from './run-conformance.ts';
import { SeededRandom } from './run/seeded-random.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const smallLimits = {
  headMs: 10_000,
  stallMs: 10_000,
  bodyMs: 10_000,
  encodedBytesMax: 200_000,
  decodedBytesMax: 400_000,
  retryAfterMs: 1,
  waitMsMax: 1,
};

/** Runs to the end, and sees to what holds for every run. */
const run = async (url: string, more: Partial<ConformanceOptions> = {}): Promise<ConformanceResult> => {
  const result = await runConformance({ url, limits: smallLimits, seed: 'hostile', ...more });
  expect(conformanceResultSchema.parse(result)).toEqual(result);
  expect(result.requirements.length).toBeGreaterThan(100);
  for (const { says } of [...result.requirements, ...result.checks]) {
    expect(says).not.toBe('');
    expect(says).not.toMatch(/\n\s+at /);
  }
  expect(result.checks.filter(({ why }) => why === 'suite-fault')).toEqual([]);
  return result;
};

const reasons = (result: ConformanceResult): ReadonlySet<string | undefined> =>
  new Set(result.exchanges.map(({ unreachable }) => unreachable?.reason));

describe('a host that', () => {
  it('does not resolve', async () => {
    const result = await run('http://nobody.invalid/');
    expect(result.verdict).toBe('not-tested');
    expect(result.checks.every(({ outcome }) => outcome === 'not-tested')).toBe(true);
  });

  it('does not listen', async () => {
    const url = await serve(() => {});
    servers.splice(0).forEach((server) => server.close());
    const result = await run(url);
    expect(result.verdict).toBe('not-tested');
    expect(reasons(result)).toContain('connection-refused');
  });

  it('fails at TLS', async () => {
    const url = await serve((_request, response) => response.end('plain'));
    const result = await run(url.replace('http:', 'https:'));
    expect(result.verdict).toBe('not-tested');
    expect(reasons(result)).toContain('tls-failed');
  });

  it('never answers', async () => {
    const result = await run(await serve(() => {}), { limits: { ...smallLimits, headMs: 50 } });
    expect(result.verdict).toBe('not-tested');
    expect(reasons(result)).toContain('head-timeout');
  });
});

describe('a server that answers everything with', () => {
  it('a login page', async () => {
    const url = await serve((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><form action="/login">'),
    );
    const result = await run(url);
    expect(result.verdict).toBe('not-tested');
    expect(result.notes[0]).toMatch(/no description \(DESC-001\).*HTML page/);
    expect(result.classes[0]?.says).toBe(result.notes[0]);
    const [failing] = result.checks.filter(({ requirement }) => requirement === 'DESC-001');
    expect(failing?.findings[0]?.message).toContain('HTML page');
  });

  it('a redirect to itself', async () => {
    const url = await serve(({ url: path = '' }, response) =>
      response.writeHead(302, { location: `${path}${path.includes('?') ? '' : '?'}x` }).end(),
    );
    expect(reasons(await run(url))).toContain('too-many-redirects');
  });

  it('a redirect to another host, which is never asked', async () => {
    let asked = 0;
    const other = await serve((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    const url = await serve((_request, response) => response.writeHead(302, { location: `${other}/` }).end());
    expect(reasons(await run(url))).toContain('other-host');
    expect(asked).toBe(0);
  });

  it('an endless body', async () => {
    const url = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(16_384)));
        response.once('drain', more);
      };
      more();
    });
    expect(reasons(await run(url))).toContain('body-too-large');
  });

  it('a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(8_000_000));
    const url = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    expect(reasons(await run(url))).toContain('decoded-too-large');
  });

  it('large bodies that are never the same', async () => {
    const random = new SeededRandom('noise');
    const url = await serve((_request, response) => {
      response.end(Buffer.from(Array.from({ length: 50_000 }, () => random.between(0, 256))));
    });
    const limits = { ...smallLimits, heldBytesMax: 120_000 };
    expect(reasons(await run(url, { limits }))).toContain('too-much-altogether');
  });

  it('a body that stalls', async () => {
    const url = await serve((_request, response) => {
      response.write('{"id":');
    });
    expect(reasons(await run(url, { limits: { ...smallLimits, stallMs: 50 } }))).toContain('body-stalled');
  });

  it('a body that is cut', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id":', () => response.destroy());
    });
    expect(reasons(await run(url))).toContain('connection-broken');
  });

  it('429 for ever', async () => {
    const url = await serve((_request, response) => response.writeHead(429).end());
    expect(reasons(await run(url))).toContain('rate-limited');
  });

  it('deep JSON', async () => {
    const depth = 90_000;
    const url = await serve((_request, response) =>
      response.end('[{"a":'.repeat(depth / 6) + '1' + '}]'.repeat(depth / 6)),
    );
    const result = await run(url);
    expect(result.checks.find(({ requirement }) => requirement === 'DESC-001')?.findings[0]?.message).toContain(
      'deeper',
    );
  });
});

const isBrowser = ({ headers }: Request): boolean => headers.get('user-agent')?.includes('Mozilla') === true;

const outcomeOf = (result: ConformanceResult, requirement: string): string | undefined =>
  result.requirements.find(({ id }) => id === requirement)?.outcome;

/** The tiny publisher behind something that gets in its way. */
const spoilt = (
  answer: (request: Request, publisher: TinyPublisher) => Promise<Response>,
): Promise<ConformanceResult> => {
  const publisher = new TinyPublisher();
  return run(`${tinyOrigin}/`, {
    fetch: (request) => answer(request, publisher),
    now: () => tinyNowMs,
    limits: { retryAfterMs: 1 },
  });
};

describe('a publisher that', () => {
  it('has a feed, and lacks only the description, is one that does not conform', async () => {
    const result = await spoilt(async (request, publisher) =>
      request.url.endsWith('/openstraat') ? new Response('<!DOCTYPE html>') : publisher.fetch(request),
    );
    expect(result.verdict).toBe('does-not-conform');
  });

  it('is tested under another name is told which one is its own', async () => {
    const publisher = new TinyPublisher();
    const result = await run('https://localhost/', {
      fetch: (request) => publisher.fetch(new Request(request.url.replace('https://localhost', tinyOrigin), request)),
      now: () => tinyNowMs,
    });
    expect(result.notes[0]).toContain(`its origin is ${tinyOrigin}, and https://localhost was tested`);
    expect(result.verdict).not.toBe('conforms');
  });

  it('answers 500 now and then is tested all the same', async () => {
    const random = new SeededRandom('500s');
    const result = await spoilt(async (request, publisher) =>
      random.next() < 0.2 ? new Response('oops', { status: 500 }) : publisher.fetch(request),
    );
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(Math.max(...result.exchanges.map(({ attempts }) => attempts))).toBeGreaterThan(1);
  });

  it('refuses what it need not have is not said to ask for an account', async () => {
    const result = await spoilt(async (request, publisher) => {
      const response = await publisher.fetch(request);
      // As hosts of plain files do that list no folders.
      const isOptional = /^\/(?:robots\.txt|sitemap)/.test(new URL(request.url).pathname);
      return isOptional || response.status === 404 ? new Response('denied', { status: 403 }) : response;
    });
    expect(result.exchanges.filter(({ response }) => response?.status === 403)).not.toEqual([]);
    expect(outcomeOf(result, 'PUB-003')).toBe('passed');
  });

  it.each(['/', '/feed', '/.well-known/openstraat', '/context/v1.jsonld', '/feed/checkpoint'])(
    'asks for an account at %s is told so',
    async (path) => {
      const result = await spoilt(async (request, publisher) =>
        new URL(request.url).pathname === path ? new Response('who?', { status: 401 }) : publisher.fetch(request),
      );
      expect(outcomeOf(result, 'PUB-003')).toBe('failed');
    },
  );

  it.each([500, 503, 429])('answers %i to some is not said to tell readers different things', async (status) => {
    const answers = (isTrouble: (request: Request) => boolean): Promise<ConformanceResult> =>
      spoilt(async (request, publisher) =>
        isTrouble(request) ? new Response('', { status, headers: { 'retry-after': '0' } }) : publisher.fetch(request),
      );
    expect(outcomeOf(await answers(isBrowser), 'PUB-004')).toBe('not-tested');
    const isSuite = (request: Request): boolean => new URL(request.url).pathname === '/' && !isBrowser(request);
    expect(outcomeOf(await answers(isSuite), 'PUB-004')).toBe('passed');
  });

  it.each([
    [0, true],
    [1, false],
  ])('has a style of comments without end, %i bytes past the limit, is tested to the end', async (past, isRead) => {
    const style = '/* '.repeat(evidenceLimits.pagePartBytesMax).slice(0, evidenceLimits.pagePartBytesMax + past);
    const result = await spoilt(async (request, publisher) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/large.css') return new Response(style, { headers: { 'content-type': 'text/css' } });
      const response = await publisher.fetch(new Request(request.url, { headers: { accept: 'text/html' } }));
      return pathname === '/'
        ? new Response((await response.text()).replace('</head>', '<link rel="stylesheet" href="/large.css"></head>'), {
            headers: { 'content-type': 'text/html' },
          })
        : publisher.fetch(request);
    });
    expect(result.exchanges.filter(({ url }) => url.endsWith('/large.css'))).toHaveLength(1);
    expect(outcomeOf(result, 'PUB-001')).toBe('passed');
    expect(result.notes.some((note) => note.includes('was not looked into'))).toBe(!isRead);
  });

  it('answers 500 to most has an outcome for everything', async () => {
    const random = new SeededRandom('more 500s');
    const result = await spoilt(async (request, publisher) =>
      random.next() < 0.8 ? new Response('oops', { status: 500 }) : publisher.fetch(request),
    );
    expect(result.verdict).not.toBe('conforms');
  });

  it('gives a page two hundred thousand relations is told so, and none is followed', async () => {
    const result = await spoilt(async (request, publisher) => {
      const response = await publisher.fetch(request);
      if (new URL(request.url).pathname !== '/feed') return response;
      const page = (await (await publisher.fetch(new Request(request.url))).json()) as { view: object };
      const relation = Array.from({ length: 200_000 }, (_, at) => ({ node: `${tinyOrigin}/feed?n=${at}` }));
      return new Response(JSON.stringify({ ...page, view: { ...page.view, relation } }));
    });
    expect(result.requirements.find(({ id }) => id === 'FEED-024')?.outcome).toBe('failed');
    expect(result.exchanges.filter(({ url }) => url.includes('?n='))).toEqual([]);
  });

  it('is stopped in the middle still gets an outcome for everything', async () => {
    const stop = new AbortController();
    const publisher = new TinyPublisher();
    let asked = 0;
    const result = await run(`${tinyOrigin}/`, {
      signal: stop.signal,
      now: () => tinyNowMs,
      fetch(request) {
        if (++asked === 4) stop.abort();
        return publisher.fetch(request);
      },
    });
    expect(reasons(result)).toContain('stopped');
    expect(result.verdict).toBe('not-tested');
  });
});
