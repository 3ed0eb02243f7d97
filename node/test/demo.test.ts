import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { SearchAnswer } from '@openstraat/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const lookMs = 100;
const looksMax = 900;

let demo: ChildProcess;
let closed: Promise<unknown>;
let output = '';
let errors = '';
let town = '';
let village = '';

// A test that ran out of time still waits for it: it must not outlive the tests.
const stopDemo = (): void => void demo?.kill('SIGTERM');
process.once('exit', stopDemo);

beforeAll(async () => {
  demo = spawn(process.execPath, ['--conditions=@openstraat/source', join(root, 'examples/two-towns/demo.ts')], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closed = once(demo, 'close');
  demo.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  demo.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  void closed.then(() => process.off('exit', stopDemo));
  for (let looks = 0; !output.includes('Ctrl-C'); looks += 1) {
    if (looks === looksMax || demo.exitCode !== null) throw new Error(`the demo does not come up:\n${errors}${output}`);
    await wait(lookMs);
  }
  [town = '', village = ''] = [...output.matchAll(/http:\/\/\S+(?=\/\n)/g)].map(([url]) => url);
}, 120_000);
afterAll(async () => {
  stopDemo();
  await closed;
});

const linksOf = (about: string): readonly string[] =>
  [...output.matchAll(/^ {4}(http\S+)/gm)].flatMap(([, url = '']) => (url.includes(about) ? [url] : []));

const textOf = async (url: string): Promise<string> => {
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  expect([url, response.status]).toEqual([url, 200]);
  return response.text();
};

const search = async (url: string): Promise<SearchAnswer> =>
  (await (await fetch(url, { headers: { accept: 'application/json' } })).json()) as SearchAnswer;

/** What the shops of both want for the coffee, by origin, as one of the towns knows it. */
const coffeePrices = async (origin: string): Promise<ReadonlyMap<string, string>> => {
  const { results } = await search(`${origin}/search?gtin=09520603000074`);
  const offers = results.flatMap((result) => (result.type === 'product' ? result.offers : []));
  return new Map(offers.map(({ id, price = '' }) => [new URL(id).origin, price]));
};

describe('the demonstration', () => {
  it('leads from a search in each town to a shop of the other', async () => {
    const searches = linksOf('/search?');
    expect(searches).toHaveLength(2);
    for (const [url, asked, answered] of [
      [searches[0] ?? '', town, village],
      [searches[1] ?? '', village, town],
    ] as const) {
      expect(new URL(url).origin).toBe(asked);
      const { results } = await search(url);
      expect(results.map(({ id }) => new URL(id).origin)).toContain(answered);
      expect(await textOf(url)).toContain(`href="${answered}/`);
    }
  });

  it('shows one barcode at the shops of both, and whom each follows', async () => {
    for (const url of linksOf('/01/')) {
      const page = await textOf(url);
      for (const shop of ['De Provisiekamer', 'Dorpswinkel Kievitsdam']) expect(page).toContain(shop);
    }
    const about = linksOf('/about');
    expect(about).toHaveLength(2);
    expect(await textOf(about[0] ?? '')).toContain('Kievitsdam');
    expect(await textOf(about[1] ?? '')).toContain('Waterveen');
  });

  it('names the towns as the Fediverse finds them', async () => {
    const handles = [...output.matchAll(/^ {4}@(\S+)@(\S+)$/gm)];
    expect(handles.map(([, name]) => name)).toEqual(['waterveen', 'kievitsdam']);
    for (const [, name = '', host = ''] of handles) {
      const found = await fetch(`http://${host}/.well-known/webfinger?resource=acct:${name}@${host}`);
      expect(await found.json()).toMatchObject({ subject: `acct:${name}@${host}` });
    }
  });

  it('shows in one town what the printed command changes in the other', async () => {
    expect((await coffeePrices(town)).get(village)).toBe('11.25');
    const [command = ''] = /sed .*$/m.exec(output) ?? [];
    await promisify(execFile)('sh', ['-c', command], { cwd: root });
    for (let looks = 0; (await coffeePrices(town)).get(village) !== '8.95'; looks += 1) {
      expect(looks).toBeLessThan(looksMax);
      await wait(lookMs);
    }
  }, 120_000);

  it('ends both when it is stopped, and leaves nothing behind', async () => {
    const data = dirname(/--data (\S+)/.exec(output)?.[1] ?? '');
    expect((await stat(data)).isDirectory()).toBe(true);
    demo.kill('SIGINT');
    expect(await closed).toEqual([0, null]);
    for (const url of [town, village]) await expect(fetch(url)).rejects.toThrow('fetch failed');
    await expect(stat(data)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(errors).toBe('Starting a town and a village …\n');
  });
});
