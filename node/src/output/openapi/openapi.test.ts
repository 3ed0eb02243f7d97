import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatMoved } from '../../log/moved.ts';
import { Fault } from '../../model/fault.ts';
import { createFakeSearch } from '../fake-search.test-helper.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';
import { openApiLimits } from './limits.ts';
import { answerSchemas, operations } from './operations.ts';

interface Description {
  readonly openapi: string;
  readonly paths: Record<
    string,
    {
      readonly get: {
        readonly parameters: { name: string; required: boolean; schema: Record<string, unknown> }[];
        readonly responses: Record<string, { readonly headers?: Record<string, unknown> }>;
      };
    }
  >;
  readonly components: { readonly schemas: Record<string, unknown> };
}

let node: TestNode;
let description: Description;
beforeAll(async () => {
  node = createTestNode();
  await putExampleThings(node);
  description = (await (await node.get('/openapi.json')).json()) as Description;
});

const page = async (query: string): Promise<string> =>
  (await node.get(`/api?${query}`, { Accept: 'text/html' })).text();

describe('the OpenAPI description', () => {
  it('is valid OpenAPI 3.1, and every reference in it holds', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(description) as never);
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
    expect(() => validator.resolveRefs()).not.toThrow();
    const references = JSON.stringify(description).matchAll(/"\$ref":"#([^"]+)"/g);
    for (const [, pointer = ''] of references) {
      const found = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], description);
      expect([pointer, typeof found]).toEqual([pointer, 'object']);
    }
  });

  it('has only schemas that clients can be made from: none refers to another, or to itself', () => {
    expect(JSON.stringify(description.components)).not.toMatch(/"\$(defs|ref)"/);
    expect(description.components.schemas['FeedPage']).toMatchObject({
      properties: { items: { items: { properties: { data: { additionalProperties: {} } } } } },
    });
  });

  it('says where to go on and when to come back, and how much may still be asked', async () => {
    const search = createFakeSearch('https://waterveen.example');
    const own = createTestNode({ searchesPerMinute: 2 }, search);
    const from = { incoming: { socket: { remoteAddress: '192.0.2.7' } } };
    const told: unknown[] = [];
    const ask = async (path: string, address: string, accept = 'application/json') => {
      const { status, headers } = await own.app.request(address, { headers: { Accept: accept } }, from);
      const answer = description.paths[path]?.get.responses[status];
      const names = ['Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After'].filter((name) => headers.has(name));
      expect([status, Object.keys(answer?.headers ?? {}).toSorted()]).toEqual([status, names]);
      told.push(status);
    };
    const { id } = exampleThings.product;
    await own.put(exampleThings.product);
    await own.put(exampleThings.place);
    await ask('/01/{gtin}', `/01/${exampleThings.product.gtin}`, 'application/ld+json');
    await own.remove(id);
    await own.log.append({
      things: [],
      records: [{ table: 'moved', key: id, value: formatMoved({ to: `https://ander.example${id}`, place: id }) }],
    });
    await ask('/products/{key}', id);
    await ask('/places/{key}', exampleThings.place.id);
    await ask('/search', '/search?q=bel');
    const { answer } = search;
    search.answer = new Fault('index-building', 'The index is being built.');
    own.clock.nowMs += 60_000;
    await ask('/search', '/search?q=bel');
    search.answer = answer;
    await ask('/search', '/search?limit=99');
    await ask('/search/suggest', '/search/suggest?q=b');
    await ask('/search', '/search?q=bel');
    expect(told).toEqual([307, 308, 200, 200, 503, 400, 200, 429]);
  });

  it('says of numbers how large they may be, and of words what they must look like', () => {
    const of = (name: string) =>
      description.paths['/search']?.get.parameters.find((parameter) => parameter.name === name)?.schema;
    expect(of('lat')).toMatchObject({ type: 'number', minimum: -90, maximum: 90 });
    expect(of('radius')).toEqual({ type: 'integer', minimum: 50, maximum: 100_000 });
    expect(of('limit')).toEqual({ type: 'integer', minimum: 1, maximum: 50 });
    expect(of('gtin')).toMatchObject({ type: 'string', pattern: expect.any(String) as string });
    expect(of('availability')).toMatchObject({ enum: ['in-stock', 'orderable', 'any'] });
    const suggest = description.paths['/search/suggest']?.get.parameters ?? [];
    expect(suggest.map(({ name, required }) => [name, required])).toEqual([
      ['q', true],
      ['limit', false],
    ]);
  });

  it('describes what the node answers: each example gives an answer of its schema', async () => {
    const tried: string[] = [];
    for (const { id, path, inPath, example, accept, answer } of operations) {
      const filled = inPath.reduce((text, { name, example: value }) => text.replace(`{${name}}`, value), path);
      const response = await node.get(`${filled}?${new URLSearchParams(example).toString()}`, { Accept: accept });
      if (response.status === 404) continue;
      expect([id, response.status, response.headers.get('Content-Type')]).toEqual([id, 200, accept]);
      expect([id, answerSchemas[answer]?.safeParse(await response.json()).error]).toEqual([id, undefined]);
      tried.push(id);
    }
    expect(tried).toEqual(
      expect.arrayContaining(['search', 'suggest', 'ranking', 'digitalLink', 'feed', 'checkpoint']),
    );
  });

  it('says where nothing new may be the answer', async () => {
    const unlike: unknown[] = [];
    for (const { id, path, inPath, example, accept, otherStatuses } of operations) {
      const filled = inPath.reduce((text, { name, example: value }) => text.replace(`{${name}}`, value), path);
      const address = `${filled}?${new URLSearchParams(example).toString()}`;
      const first = await node.get(address, { Accept: accept });
      if (first.status === 404) continue;
      const tag = first.headers.get('ETag');
      const again = await node.get(address, { Accept: accept, ...(tag === null ? {} : { 'If-None-Match': tag }) });
      if ((again.status === 304) !== (otherStatuses['304'] !== undefined)) unlike.push([id, again.status]);
    }
    expect(unlike).toEqual([]);
  });
});

describe('the page for programs', () => {
  it('has a form for every operation, and nothing from elsewhere', async () => {
    const text = await page('');
    for (const { id, path } of operations) {
      expect(text).toContain(`<code>GET ${path}</code>`);
      expect(text).toContain(`name="operation" value="${id}"`);
    }
    expect(text).not.toMatch(/<script|src="http/);
  });

  it('shows what came back, escaped', async () => {
    const text = await page('operation=search&q=%3Cscript%3E&limit=51');
    expect(text).toContain('400 application/problem+json');
    expect(text).toContain('is above 50');
    expect(text).not.toContain('<script>');
    expect(text).toContain("curl -H 'Accept: application/json'");
  });

  it('proposes what this node has', async () => {
    const text = await page('');
    expect(text).toContain('value="fietsen-de-vries"');
    expect(text).toContain('value="09520000000011.fietsen-de-vries"');
  });

  it('fills what stands in the path, and asks nothing outside the operation', async () => {
    expect(await page('operation=getPlace&key=fietsen-de-vries')).toContain('200 application/ld+json');
    expect(await page('operation=getPlace&key=..%2Fmetrics')).toContain('404 application/problem+json');
    expect(await page('operation=getPlace&key=..')).not.toContain('200 ');
    expect(await page('operation=healthz')).not.toContain('<h2>Answer</h2>');
  });

  it('shows an answer up to its limit, and says that the rest is left out', async () => {
    const own = createTestNode();
    const show = async (): Promise<string> => (await own.get('/api?operation=feed')).text();
    expect(await show()).not.toContain('is left out');
    for (let count = 0; count < openApiLimits.bodyShownCharactersMax / 300; count++)
      await own.put({ id: `/areas/gebied-${count}`, type: 'Area', name: 'Waterveen', source: '/sources/x' });
    expect(await show()).toContain('is left out');
  });
});
