import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ConformanceResult, folderFetch, runConformance } from '@openstraat/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
const here = import.meta.dirname;

let folder = '';
let origin = '';
let server: Server;

/** Any static server will do: this one knows nothing but files. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'veendorp-'));
  server = createServer(({ url = '/' }, response) => {
    const path = join(folder, 'public', decodeURIComponent(new URL(url, 'http://veendorp.example').pathname));
    const type = /\.json(?:ld)?$/.test(path) ? 'application/json' : 'text/html; charset=utf-8';
    readFile(path)
      .catch(() => readFile(join(path, 'index.html')))
      .then(
        (body) => response.setHeader('content-type', type).end(body),
        () => response.writeHead(404).end('Not here.'),
      );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const build = (villageFile: string) =>
  execute(process.execPath, [
    '--conditions=@openstraat/source',
    join(here, 'build.ts'),
    origin,
    join(folder, 'public'),
    join(folder, 'state.json'),
    villageFile,
  ]);

const failing = ({ checks }: ConformanceResult) =>
  checks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, findings }) => [name, findings.map(({ message }) => message)]);

/** What stands in the way of the claim; what can't be tested must be so for a reason outside of this publisher. */
const obstaclesOf = (result: ConformanceResult): readonly unknown[] => [
  ...failing(result),
  ...result.classes.filter(({ class: name, claimed }) => name !== 'publisher' || !claimed),
  ...result.checks.filter(({ why }) => why !== undefined && why !== 'out-of-sight'),
];

describe('the static publisher', () => {
  it('passes the class publisher', async () => {
    await build(join(here, 'village.ndjson'));
    expect(obstaclesOf(await runConformance({ url: origin }))).toEqual([]);
  });

  it('passes it as a folder, without any server', async () => {
    const files = await folderFetch(join(folder, 'public'));
    expect(obstaclesOf(await runConformance({ url: origin, fetch: files }))).toEqual([]);
  });

  it('passes it again when prices, shops and products have changed, under the eyes of the suite', async () => {
    const lines = (await readFile(join(here, 'village.ndjson'), 'utf8')).split('\n');
    const changed = join(folder, 'village.ndjson');
    // A bookshop closes with all that it sells, and everything that cost 4.95 goes up.
    const left = lines.filter((line) => !line.includes('boekhandel-het-blad'));
    await writeFile(changed, left.join('\n').replaceAll('"4.95"', '"5.25"'));
    expect(
      obstaclesOf(await runConformance({ url: origin, beforeLate: async () => void (await build(changed)) })),
    ).toEqual([]);
    expect(obstaclesOf(await runConformance({ url: origin }))).toEqual([]);
    expect((await fetch(`${origin}/places/boekhandel-het-blad`)).status).toBe(404);
  });

  it('writes the same feed again when nothing has changed', async () => {
    const read = () => readFile(join(folder, 'public', 'feed', '0.json'), 'utf8');
    const before = await read();
    await build(join(folder, 'village.ndjson'));
    expect(await read()).toBe(before);
  });
});
