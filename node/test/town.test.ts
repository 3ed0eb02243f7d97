import { cp, readFile, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { kindModels, kinds, nodeDescriptionSchema } from '@openstraat/spec';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../src/control/commands.ts';
import { FeedReader } from './support/feed-reader.ts';
import { makeNode, problemsOf, statsOf } from './support/make-node.ts';
import { done, openstraat } from './support/openstraat.ts';
import { canonicalise, expandWithServedContext, shapesValidator } from './support/rdf.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';
import { readTownManifest, townFolder } from './support/town.ts';

let folder: ScratchFolder;
let node: RunningNode;
let data: readonly string[];
beforeAll(async () => {
  folder = await scratchFolder();
  data = ['--data', folder.at('data')];
  node = await RunningNode.start(['--example', '--port', '0', ...data]);
}, 180_000);
afterAll(async () => {
  await node?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const get = (path: string, accept: string): Promise<Response> =>
  fetch(new URL(path, node.url), { headers: { accept } });

/** The bytes of an answer, as they come. */
const bytesOf = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(new URL(path, node.url), (response) => resolve(text(response)))
      .on('error', reject)
      .end();
  });

/** One thing of each kind that the town has. */
const readSamples = async (): Promise<ReadonlyMap<string, string>> => {
  const reader = new FeedReader(node.url);
  await reader.readToHead();
  return new Map(
    kinds.map((kind) => [kind, reader.live.find((id) => id.startsWith(`${node.url}/${kindModels[kind].path}/`)) ?? '']),
  );
};

/** Copies of the town's deliveries, as of the next day. */
const deliverAgain = async (to: string, daysLater: number): Promise<string> => {
  await cp(townFolder, to, { recursive: true });
  const { deliveries } = await readTownManifest();
  const date = new Date(Date.now() + daysLater * 86_400_000);
  for (const { file } of deliveries) await utimes(join(to, file.slice(townFolder.length)), date, date);
  return to;
};

describe('the example town, freshly started', () => {
  it('has what its files have, of every kind, and says what to open', async () => {
    const stats = await statsOf(data);
    expect(stats.origin).toBe(node.url);
    expect(stats.liveByKind.Place).toBeGreaterThanOrEqual(45);
    expect(stats.liveByKind.Product).toBeGreaterThanOrEqual(2_000);
    for (const kind of kinds) expect(stats.liveByKind[kind]).toBeGreaterThan(0);
    const opened = [...node.greeting.matchAll(/^ {2}.*(http\S+)$/gm)].map(([, url = '']) => url);
    expect(opened.length).toBeGreaterThanOrEqual(6);
    for (const url of opened) expect((await fetch(url)).status).toBe(200);
  });

  it('answers with every kind of thing as HTML for people and as JSON-LD that passes the shapes', async () => {
    const violations = await shapesValidator();
    for (const [kind, id] of await readSamples()) {
      const page = await get(id, 'text/html');
      expect([kind, page.status, page.headers.get('content-type')]).toEqual([kind, 200, 'text/html; charset=utf-8']);
      expect(page.headers.get('vary')).toContain('Accept');
      const html = await page.text();
      const [, embedded = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
      expect(JSON.parse(embedded)).toMatchObject({ '@context': 'https://schema.org' });

      const document = await get(id, 'application/ld+json');
      expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
      const nQuads = await expandWithServedContext(await document.json(), node.url);
      expect(nQuads.split('\n').length).toBeGreaterThan(4);
      expect([kind, await violations(nQuads)]).toEqual([kind, []]);
      expect(await canonicalise(await (await get(id, 'application/n-quads')).text())).toBe(nQuads);
    }
  });

  it('answers with itself, its feed, its description and its context', async () => {
    expect((await get('/', 'text/html')).headers.get('content-type')).toBe('text/html; charset=utf-8');
    const description = await (await get('/.well-known/openstraat', '*/*')).json();
    expect(await (await get('/', 'application/ld+json')).json()).toEqual(description);
    expect(await expandWithServedContext(description, node.url)).toContain('http://www.w3.org/ns/dcat#Catalog');
    for (const type of ['application/json', 'application/ld+json', 'application/n-quads']) {
      const page = await get('/feed', type);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, type]);
    }
    expect(await expandWithServedContext(await (await get('/feed', 'application/ld+json')).json(), node.url)).toContain(
      'https://w3id.org/tree#member',
    );
    const committed = await readFile(new URL('../../spec/generated/context-v1.jsonld', import.meta.url), 'utf8');
    expect(await bytesOf('/context/v1.jsonld')).toBe(committed);
  });

  it('verifies clean', async () => {
    expect(await problemsOf(data)).toEqual([]);
  });
});

describe('the example town, while it runs', () => {
  it('changes nothing but the Source of each file when all are delivered again', async () => {
    const before = new FeedReader(node.url);
    const { position } = await before.readToHead();
    const again = await deliverAgain(folder.at('again'), 1);
    const reports = JSON.parse(await done(['import', again, '--json', ...data])) as ImportReport[];
    const { deliveries } = await readTownManifest();
    for (const report of reports)
      expect(report).toMatchObject({ added: 0, changed: 0, removed: 0, outcome: 'complete' });
    expect(reports).toHaveLength(deliveries.length);

    const after = new FeedReader(node.url);
    await after.readToHead();
    expect(after.live).toEqual(before.live);
    const changed = [...after.held].filter(([, { modified }]) => modified > position).map(([id]) => id);
    // A feed that states its own date says the same again, whenever it is delivered.
    const stating = new Set(['rijwielhuis-zadelberg-artikelen', 'boekhandel-de-leeslamp-artikelen']);
    const sources = deliveries.map(({ source }) => source.name).filter((name) => !stating.has(name));
    expect(changed).toEqual(sources.map((name) => `${node.url}/sources/${name}`));
  });

  it('puts what a changed file changes at the end of the feed', async () => {
    const { position } = await new FeedReader(node.url).readToHead();
    const file = await readFile(join(townFolder, 'shops/verfwinkel-kwast-en-kleur.csv'), 'latin1');
    const changed = file.replace('9520404002451;18', '9520404002451;17');
    expect(changed).not.toBe(file);
    await writeFile(folder.at('voorraad.csv'), changed, 'latin1');
    const source = 'verfwinkel-kwast-en-kleur-voorraad';
    const report = JSON.parse(
      await done(['import', folder.at('voorraad.csv'), '--source', source, '--json', ...data]),
    ) as ImportReport;
    expect(report).toMatchObject({ added: 0, changed: 1, removed: 0 });

    const { feed: described } = nodeDescriptionSchema.parse(await (await get('/.well-known/openstraat', '*/*')).json());
    const fromThere = (described.feedAfter ?? '').replace('{position}', String(position));
    const feed = (await (await get(fromThere, 'application/json')).json()) as {
      items: { id: string; data: { stock?: number } }[];
    };
    // Delivered within the second of the delivery before, the Source has nothing new to say.
    const sourceId = `${node.url}/sources/${source}`;
    expect(feed.items.filter(({ id }) => id !== sourceId).map(({ id, data: { stock } }) => [id, stock])).toEqual([
      [`${node.url}/offers/09520404002451.verfwinkel-kwast-en-kleur`, 17],
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const before = await statsOf(data);
    const sheet = folder.at('sheet.csv');
    await writeFile(sheet, 'naam;soort;adres;postcode;plaats\nNieuwe Zaak;bakker;Kerkstraat 99;8199 DA;Waterveen\n');
    const flags = ['--source', 'nieuw', '--attribution', 'Nieuw', '--dry-run', '--json'];
    const report = JSON.parse(await done(['import', sheet, ...flags, ...data])) as ImportReport;
    expect(report).toMatchObject({ added: 1, refused: 0, dryRun: true });
    expect(await statsOf(data)).toEqual(before);
    expect(await done(['source', 'list', ...data])).not.toContain('nieuw');
    expect(await problemsOf(data)).toEqual([]);
  });
});

describe('what leaves the example town', () => {
  it('is the same town when it is exported and imported elsewhere', async () => {
    const file = folder.at('town.ndjson');
    await done(['export', '--output', file, ...data]);
    const elsewhere = await makeNode(folder.at('elsewhere'), node.url);
    const flags = ['--as-stated', '--json'];
    const report = JSON.parse(await done(['import', file, ...flags, ...elsewhere])) as ImportReport;
    expect(report).toMatchObject({ refused: 0, issues: [] });
    const [here, there] = [await statsOf(data), await statsOf(elsewhere)];
    expect(there.liveByKind).toEqual(here.liveByKind);
    expect(there.digest).toBe(here.digest);
    expect(await problemsOf(elsewhere)).toEqual([]);
  });

  it('is as RDF what the feed is as RDF', async () => {
    const exported = new Parser({ format: 'N-Quads' }).parse(await done(['export', '--format', 'nquads', ...data]));
    let inFeed = 0;
    for (let next = '/feed'; ;) {
      const page = await get(next, 'application/n-quads');
      const quads = new Parser({ format: 'N-Quads' }).parse(await page.text()) as {
        graph: { value: string };
        predicate: { value: string };
        object: { value: string };
      }[];
      inFeed += quads.filter(({ graph }) => graph.value.includes('#v')).length;
      const relation = quads.find(({ predicate }) => predicate.value === 'https://w3id.org/tree#node');
      if (relation === undefined) break;
      next = relation.object.value;
    }
    expect(exported.length).toBeGreaterThan(10_000);
    expect(exported).toHaveLength(inFeed);
  });

  it('comes back from a backup that was made while it ran, in a new epoch', async () => {
    const backup = folder.at('backup');
    const restored = ['--data', folder.at('restored')];
    const reader = new FeedReader(node.url);
    await reader.readToHead();
    await done(['backup', backup, ...data]);
    const before = await statsOf(data);
    await done(['restore', backup, ...restored]);
    await node.stop();
    expect(await problemsOf(restored)).toEqual([]);

    const port = new URL(node.url).port;
    await using again = await RunningNode.start(['--port', port, ...restored]);
    const after = await statsOf(restored);
    expect(after).toMatchObject({ digest: before.digest, live: before.live, origin: before.origin });
    expect(after.epoch).not.toBe(before.epoch);
    expect(await reader.readPage()).toMatchObject({ status: 410, problem: { mediaType: 'application/problem+json' } });
    const anew = new FeedReader(again.url);
    expect(await anew.readToHead()).toMatchObject({ epoch: after.epoch, digest: before.digest });
    expect(anew.digest).toBe(before.digest);
  });
});

it('goes on where it was when it is started again, and imports nothing twice', async () => {
  await using scratch = await scratchFolder();
  const flags = ['--example', '--port', '0', '--data', scratch.at('data')];
  const first = await RunningNode.start(flags);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  const { digest } = await statsOf(flags.slice(3));
  expect(await first.stop()).toEqual([0, null]);
  const port = new URL(first.url).port;
  await using second = await RunningNode.start([...flags, '--port', port]);
  expect(second.greeting).not.toContain('Imported');
  expect((await statsOf(flags.slice(3))).digest).toBe(digest);
  expect((await openstraat(['start', '--port', '0', ...flags.slice(3)])).code).toBe(1);
});
