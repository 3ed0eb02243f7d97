import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConformance } from '@openstraat/conformance';
import { searchAnswerSchema, searchRankingSchema, searchSuggestionsSchema } from '@openstraat/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distanceMetres, type Point } from './search.ts';

let folder = '';
let origin = '';
let node: ChildProcess;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minimal-node-'));
  const things = join(import.meta.dirname, 'things.ndjson');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const script = join(import.meta.dirname, 'node.ts');
  const given = [script, origin, String(port), things, join(folder, 'memory.json')];
  node = spawn(process.execPath, ['--conditions=@openstraat/source', ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (node.stdout !== null) await once(node.stdout, 'data');
});

afterAll(async () => {
  node.kill();
  await rm(folder, { recursive: true });
});

const get = async (path: string, accept = 'application/json'): Promise<Response> =>
  fetch(origin + path, { headers: { accept }, redirect: 'manual' });
const ask = async (question: string) => searchAnswerSchema.parse(await (await get(`/search?${question}`)).json());

describe('the minimal node', () => {
  it('passes the classes that it claims', async () => {
    const result = await runConformance({ url: origin });
    const failing = result.checks.filter(({ outcome }) => outcome === 'failed');
    // Advice that a small node may leave: a sitemap, and a description in OpenAPI.
    const advice = new Set(['DOC-009', 'SRCH-046']);
    const faults = failing.filter(({ requirement }) => !advice.has(requirement));
    expect(faults.map(({ name, findings }) => [name, findings.map(({ message }) => message)])).toEqual([]);
    expect(result.classes.map(({ class: name, verdict }) => [name, verdict])).toEqual([
      ['publisher', 'conforms'],
      ['publisher-live', 'conforms'],
      ['searchable', 'conforms'],
    ]);
  });

  it('finds what is sold, near a town, best first', async () => {
    const { results, where } = await ask('q=FIETSPOMP&near=veendorp&explain=1');
    expect(where?.from).toBe('town');
    expect(results.map((result) => 'name' in result && result.name)).toEqual(['Fietspomp met drukmeter']);
    const [pump] = results;
    expect(pump?.type === 'product' && pump.offers.map(({ price }) => price)).toEqual(['29.95', '27.50']);
    expect(pump?.explain?.terms.map(({ term }) => term)).toEqual(['text', 'distance']);
    expect(searchRankingSchema.safeParse(await (await get('/ranking')).json()).error).toBeUndefined();
  });

  it('walks over pages as it answers at once', async () => {
    const all = (await ask('near=veendorp&limit=50')).results.map(({ id }) => id);
    const walked: string[] = [];
    for (let next: string | undefined = 'near=veendorp&limit=7'; next !== undefined;) {
      const answer = await ask(next);
      walked.push(...answer.results.map(({ id }) => id));
      next = answer.next?.split('?')[1];
    }
    expect(walked).toEqual(all);
    expect(all.length).toBeGreaterThan(20);
  });

  it.each(['', 'q=', 'lat=52', 'radius=100', 'near=nergens', 'q=a&q=b', 'q=a&clue=1', 'q=a&limit=51', 'q=a&cursor=x'])(
    'refuses "%s" and says what to do',
    async (question) => {
      const response = await get(`/search?${question}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
      expect(await response.json()).toMatchObject({
        errors: expect.arrayContaining([expect.objectContaining({ detail: expect.any(String) })]),
      });
    },
  );

  it('suggests, and leads barcodes to shops', async () => {
    const suggestions = searchSuggestionsSchema.parse(await (await get('/search/suggest?q=fiets')).json());
    expect(suggestions.suggestions.length).toBeGreaterThan(1);
    const { results } = await ask('q=fietspomp');
    const gtin = results[0]?.type === 'product' ? results[0].gtin : undefined;
    const led = await get(`/01/${gtin}?a=1`, 'text/html');
    expect([led.status, led.headers.get('location')]).toEqual([307, `${origin}/search?gtin=${gtin}&a=1`]);
    expect((await get('/01/09520000000012')).status).toBe(400);
  });

  it('measures as the vectors of the spec do', async () => {
    const vectors = new URL('../../spec/vectors/distance.json', import.meta.url);
    const { distances } = JSON.parse(await readFile(vectors, 'utf8')) as {
      distances: readonly { title: string; from: Point; to: Point; metres: number }[];
    };
    // Where two points lie opposite each other on the globe, the short formula does not hold.
    const near = distances.filter(({ metres }) => metres < 15_000_000);
    const wrong = near.filter(
      ({ from, to, metres }) => Math.abs(distanceMetres(from, to) - metres) > 1 + metres / 1_000,
    );
    expect(wrong).toEqual([]);
    expect(near.length).toBeGreaterThan(3);
  });
});
