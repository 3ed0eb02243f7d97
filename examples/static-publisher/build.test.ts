import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ConformanceResult, runConformance } from '@openstraat/conformance';
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
    ...process.execArgv.filter((argument) => argument.startsWith('--conditions')),
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

/** What can't be tested must be so for a reason that lies outside of this publisher. */
const expectConformance = (result: ConformanceResult): void => {
  expect(failing(result)).toEqual([]);
  expect(result.classes).toMatchObject([{ class: 'publisher', claimed: true }]);
  expect(result.checks.filter(({ why }) => why !== undefined && why !== 'out-of-sight')).toEqual([]);
};

describe('the static publisher', () => {
  it('passes the class publisher', async () => {
    await build(join(here, 'village.json'));
    expectConformance(await runConformance({ url: origin }));
  });

  it('passes it again when prices, shops and products have changed, under the eyes of the suite', async () => {
    const village = JSON.parse(await readFile(join(here, 'village.json'), 'utf8')) as {
      shops: { sells: { price: string }[] }[];
    };
    const [first, , ...others] = village.shops;
    if (first?.sells[0] !== undefined) first.sells[0].price = '3.75';
    const changed = join(folder, 'village.json');
    await writeFile(changed, JSON.stringify({ ...village, shops: [first, ...others] }));
    expectConformance(await runConformance({ url: origin, beforeLate: async () => void (await build(changed)) }));
    expectConformance(await runConformance({ url: origin }));
    expect((await fetch(`${origin}/places/boekhandel-het-blad`)).status).toBe(404);
  });

  it('writes the same feed again when nothing has changed', async () => {
    const read = () => readFile(join(folder, 'public', 'feed', '0.json'), 'utf8');
    const before = await read();
    await build(join(folder, 'village.json'));
    expect(await read()).toBe(before);
  });
});
