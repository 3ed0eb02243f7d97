import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  canonicalJson,
  contextSha256,
  contextText,
  dataHash,
  type Json,
  nodeDescriptionSchema,
  thingQuads,
} from '@openstraat/spec';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { httpLimits } from '../http/limits.ts';
import { problems } from '../http/problems.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from './test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = createTestNode();
  await putExampleThings(node);
  await node.put({ ...exampleThings.product, id: '/products/weg' });
  await node.remove('/products/weg');
});

const place = exampleThings.place.id;
const html = 'text/html';
const json = 'application/json';
const jsonLd = 'application/ld+json';
const nQuads = 'application/n-quads';
const problem = 'application/problem+json';

/** A status and a media type, as one text. */
const outcome = (response: Response): string =>
  `${response.status} ${response.headers.get('Content-Type')?.split(';')[0] ?? ''}`;

describe('negotiation', () => {
  it.each([
    [place, undefined, `200 ${html}`],
    [place, html, `200 ${html}`],
    [place, jsonLd, `200 ${jsonLd}`],
    [place, json, `200 ${json}`],
    [place, nQuads, `200 ${nQuads}`],
    [place, 'image/png', `406 ${problem}`],
    ['/', html, `200 ${html}`],
    ['/', jsonLd, `200 ${jsonLd}`],
    ['/', json, `200 ${json}`],
    ['/', nQuads, `200 ${nQuads}`],
    ['/', 'text/turtle', `406 ${problem}`],
    ['/.well-known/openstraat', '*/*', `200 ${jsonLd}`],
    ['/.well-known/openstraat', html, `200 ${json}`],
    ['/feed', undefined, `200 ${json}`],
    ['/feed', jsonLd, `200 ${jsonLd}`],
    ['/feed', nQuads, `200 ${nQuads}`],
    ['/feed', 'text/turtle', `406 ${problem}`],
    ['/feed', 'text/html,*/*;q=0.8', `200 ${json}`],
    ['/places', html, `200 ${html}`],
    ['/places', json, `406 ${problem}`],
    ['/products/weg', undefined, `410 ${problem}`],
    ['/products/weg', 'text/html,*/*;q=0.8', `410 ${html}`],
    ['/products/weg', jsonLd, `410 ${problem}`],
    ['/products/nooit', undefined, `404 ${problem}`],
    ['/products/nooit', html, `404 ${html}`],
    ['/nergens', html, `404 ${html}`],
    ['/nergens', json, `404 ${problem}`],
    ['/healthz', undefined, `200 ${json}`],
    ['/metrics', undefined, '200 text/plain'],
    ['/robots.txt', undefined, '200 text/plain'],
    ['/sitemap.xml', undefined, '200 application/xml'],
  ])('%s as %s', async (path, accept, expected) => {
    const response = await node.get(path, accept === undefined ? {} : { Accept: accept });
    expect(outcome(response)).toBe(expected);
  });
});

describe('a problem', () => {
  it.each(['/products/weg', '/products/nooit', '/nergens', '/feed?x=1', '/feed?cursor=x'])(
    '%s says the same in its body as in its status',
    async (path) => {
      const response = await node.get(path);
      const body = (await response.json()) as { status: number; code: string; type: string; detail: string };
      expect(body.status).toBe(response.status);
      expect(body.type.endsWith(`#${body.code}`)).toBe(true);
      expect(body.detail).not.toBe('');
    },
  );
});

describe('a document', () => {
  it('is the canonical text that the digest hashes, with its context', async () => {
    for (const thing of Object.values(exampleThings)) {
      const { '@context': context, ...data } = (await (await node.get(thing.id, { Accept: jsonLd })).json()) as Record<
        string,
        Json
      >;
      expect(context).toBe('https://waterveen.example/context/v1.jsonld');
      const [state] = await node.log.states([thing.id]);
      expect(dataHash(canonicalJson(data))).toBe(state?.hash);
    }
  });

  it('says the same in N-Quads', async () => {
    const { '@context': _, ...data } = (await (await node.get(place, { Accept: jsonLd })).json()) as Record<
      string,
      Json
    >;
    expect(await (await node.get(place, { Accept: nQuads })).text()).toBe(thingQuads(data as never));
  });

  it('links to its other forms, its licence, the node and its context', async () => {
    const response = await node.get(place, { Accept: json });
    const link = response.headers.get('Link') ?? '';
    expect(link).toContain(`<https://waterveen.example${place}>; rel="alternate"; type="${html}"`);
    expect(link).toContain('<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"');
    expect(link).toContain('</context/v1.jsonld>'.replace('</', '<https://waterveen.example/'));
    expect(link).toContain('rel="describedby"');
    expect(response.headers.get('Vary')).toContain('Accept');
  });

  it('never takes the Host header for the origin', async () => {
    for (const accept of [html, jsonLd, nQuads]) {
      const response = await node.app.request(`http://evil.example${place}`, {
        headers: { Accept: accept, Host: 'evil.example' },
      });
      expect(response.status).toBe(200);
      expect((await response.text()) + JSON.stringify([...response.headers])).not.toContain('evil.example');
    }
  });
});

describe('conditional requests', () => {
  it('answer 304 to who holds it, for every form, and 200 to who holds another', async () => {
    const tags = new Set<string>();
    for (const path of [place, '/', '/feed', '/feed/checkpoint', '/places', '/context/v1.jsonld', '/sitemap.xml'])
      for (const accept of [html, json, jsonLd, nQuads]) {
        const first = await node.get(path, { Accept: accept });
        if (first.status === 406) continue;
        const tag = first.headers.get('ETag') ?? '';
        expect(tag).toMatch(/^"[\w.-]+"$/);
        if (path === place) tags.add(tag);
        for (const header of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
          const second = await node.get(path, { Accept: accept, 'If-None-Match': header });
          expect(second.status).toBe(304);
          expect(await second.text()).toBe('');
          expect(second.headers.get('ETag')).toBe(tag);
          expect(second.headers.get('Cache-Control')).toBe(first.headers.get('Cache-Control'));
          expect(second.headers.get('Vary')).toBe(first.headers.get('Vary'));
        }
        expect((await node.get(path, { Accept: accept, 'If-None-Match': '"other"' })).status).toBe(200);
      }
    expect(tags.size).toBe(4);
  });

  it('notice a change', async () => {
    const own = createTestNode();
    await own.put(exampleThings.place);
    const before = await own.get(place, { Accept: json });
    await own.put({ ...exampleThings.place, telephone: '+31 999 654321' });
    const after = await own.get(place, { Accept: json, 'If-None-Match': before.headers.get('ETag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('654321');
  });
});

describe('content codings', () => {
  it.each([
    ['gzip', gunzipSync],
    ['zstd', zstdDecompressSync],
  ] as const)('%s gives the same bytes back', async (coding, decode) => {
    const plain = await node.get('/feed');
    const coded = await node.get('/feed', { 'Accept-Encoding': coding });
    expect(coded.headers.get('Content-Encoding')).toBe(coding);
    expect(coded.headers.get('Vary')).toContain('Accept-Encoding');
    expect(coded.headers.get('ETag')).not.toBe(plain.headers.get('ETag'));
    const bytes = Buffer.from(await coded.arrayBuffer());
    expect(Number(coded.headers.get('Content-Length'))).toBe(bytes.length);
    expect(decode(bytes).toString()).toBe(await plain.text());
    const again = await node.get('/feed', {
      'Accept-Encoding': coding,
      'If-None-Match': coded.headers.get('ETag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

describe('other methods', () => {
  it('HEAD gives the header fields of GET and no body', async () => {
    for (const path of [place, '/feed', '/', '/products/weg']) {
      const got = await node.get(path);
      const head = await node.app.request(path, { method: 'HEAD' });
      expect(head.status).toBe(got.status);
      expect([...head.headers]).toEqual([...got.headers]);
      expect(await head.text()).toBe('');
    }
  });

  it('OPTIONS opens every address to other sites', async () => {
    for (const path of [place, '/feed', '/nergens']) {
      const response = await node.app.request(path, { method: 'OPTIONS', headers: { Origin: 'https://app.example' } });
      expect(response.status).toBe(204);
      expect(response.headers.get('Access-Control-Allow-Methods')).toContain('GET');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    for (const path of [place, '/feed', '/nergens', '/products/weg']) {
      const response = await node.get(path, { Origin: 'https://app.example' });
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
  });

  it('writing is refused with what is allowed', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await node.app.request(place, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    }
  });
});

const manyParameters = (count: number): string => Array.from({ length: count }, (_, index) => `x${index}=1`).join('&');

describe('limits', () => {
  it('take an address at the limit and refuse one past it', async () => {
    const path = '/products?x=';
    const fill = httpLimits.urlCharactersMax - path.length;
    expect((await node.get(path + 'a'.repeat(fill))).status).toBe(200);
    expect((await node.get(path + 'a'.repeat(fill + 1))).status).toBe(414);
  });

  it('take header fields at the limit and refuse one byte more', async () => {
    const fill = httpLimits.headerBytesMax - 'x-a'.length;
    expect((await node.get('/healthz', { 'x-a': 'a'.repeat(fill) })).status).toBe(200);
    expect((await node.get('/healthz', { 'x-a': 'a'.repeat(fill + 1) })).status).toBe(431);
  });

  it('take as many parameters as the limit and refuse one more', async () => {
    expect((await node.get(`/products?${manyParameters(httpLimits.queryParametersMax)}`)).status).toBe(200);
    expect((await node.get(`/products?${manyParameters(httpLimits.queryParametersMax + 1)}`)).status).toBe(400);
  });
});

describe('the description', () => {
  it('fits its model, and is the same at both addresses', async () => {
    const { '@context': _, ...description } = (await (await node.get('/.well-known/openstraat')).json()) as Record<
      string,
      unknown
    >;
    expect(nodeDescriptionSchema.strict().parse(description)).toEqual(description);
    const front = await node.get('/', { Accept: jsonLd });
    expect(await front.text()).toBe(await (await node.get('/.well-known/openstraat')).text());
  });
});

describe('the context', () => {
  it('is the very bytes of the spec, for good', async () => {
    const response = await node.get('/context/v1.jsonld');
    expect(response.headers.get('Content-Type')).toBe(jsonLd);
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    const text = await response.text();
    expect(text).toBe(contextText);
    expect(dataHash(text)).toBe(contextSha256);
  });
});

describe('the log of requests', () => {
  it('says what was done, and nothing of who asked or for what', async () => {
    const own = createTestNode();
    await own.get('/products/geheim?zoek=geheim', { 'User-Agent': 'geheim', 'X-Forwarded-For': '192.0.2.1' });
    const [line] = own.logged;
    expect(line).toMatchObject({ method: 'GET', route: '/products/:key', status: 404 });
    expect(JSON.stringify(own.logged)).not.toMatch(/geheim|192\.0\.2/);
    const metrics = await (await own.get('/metrics')).text();
    expect(metrics).toContain('openstraat_http_requests_total{method="GET",route="/products/:key",status="404"} 1');
    expect(metrics).toContain('openstraat_live_things{kind="Place"} 0');
    expect(metrics).not.toContain('geheim');
  });
});

describe('faults', () => {
  it('inside the node are logged and told without details', async () => {
    const own = createTestNode();
    own.log.page = async () => {
      throw new Error('secret path');
    };
    const response = await own.get('/feed');
    expect(outcome(response)).toBe(`500 ${problem}`);
    expect(await response.text()).not.toContain('secret');
    expect(JSON.stringify(own.logged)).toContain('secret path');
  });

  it('have a status and words in both languages', () => {
    for (const [code, { status, words }] of Object.entries(problems)) {
      expect(`${code} ${status}`).toMatch(/ [45]\d\d$/);
      expect(words.nl.todo.length * words.en.todo.length).toBeGreaterThan(0);
    }
  });

  it('never come from what a request says', async () => {
    const paths = [
      '/',
      '/feed',
      '/feed/checkpoint',
      '/places',
      place,
      '/products/09520000000011',
      '/sitemap/1.xml',
      '/sitemap.xml',
    ];
    const names = ['cursor', 'from', 'after', 'page', 'x'];
    const bytes = fc.string({ unit: 'binary', maxLength: 60 });
    const headerText = fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
      maxLength: 60,
    });
    const query = fc.oneof(
      bytes.map((text) => encodeURIComponent(text.toWellFormed())),
      fc.stringMatching(/^[%\w!~.+-]{0,40}$/),
      fc.bigInt({ min: -1n, max: 10n ** 20n }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom(...names),
        query,
        fc.constantFrom('Accept', 'Accept-Encoding', 'If-None-Match'),
        headerText,
        async (path, name, value, header, text) => {
          const response = await node.get(`${path}?${name}=${value}`, { [header]: text });
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(query, async (key) => {
        expect((await node.get(`/places/${key}`)).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
