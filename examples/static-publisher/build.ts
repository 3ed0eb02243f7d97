// Writes a publisher as plain files: node build.ts <origin> <public folder> <state file> [<village>]. Run it again when the village has changed.
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, checkpointHash, contextText, generateKeyPair } from '@openstraat/spec';
import { schemaOrg, signCheckpoint, type SignedCheckpoint, type Thing } from '@openstraat/spec';
import { writeFeedItem, writeFeedPage } from '@openstraat/spec';

/** What the feed says of one thing, by its path; no data for what is gone. */
interface Entry {
  readonly path: string;
  readonly kind: string;
  readonly position: number;
  readonly dataText?: string;
}

/** What has to outlive a run: keys, the order of changes, and every page that a reader may come back to. */
interface State {
  readonly key: ReturnType<typeof generateKeyPair>;
  readonly recoveryKey: string;
  readonly keysSince: string;
  readonly epoch: string;
  readonly entries: readonly Entry[];
  readonly pagesAfter: readonly number[];
  readonly checkpoint?: SignedCheckpoint;
}

const [origin = 'http://127.0.0.1:8080', folder = 'public', stateFile = 'state.json', villageFile] =
  process.argv.slice(2);
const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';
const [name, town] = ['Winkels in Veendorp', 'Veendorp'];
const operator = { name: 'Winkeliersvereniging Veendorp', contact: 'winkels@veendorp.example' };
const feedId = `${origin}/feed/0.json#stream`;
const entriesPerPage = 1_000;
const now = new Date();

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

// 1. The things: a line each, with paths for ids. Their addresses get the origin.
const lines = (await readFile(villageFile ?? join(import.meta.dirname, 'village.ndjson'), 'utf8')).trim().split('\n');
const withOrigin = (_name: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('/') ? origin + value : value;
const things = new Map(lines.map((line) => JSON.parse(line, withOrigin) as Thing).map((thing) => [thing.id, thing]));

// 2. What has changed goes to the end, at positions that only grow (FEED-013); what stayed the same stays (FEED-016).
const firstState = (): State => ({
  key: generateKeyPair(),
  // Only its public part is needed here: whoever runs this in earnest keeps the secret one offline (CHK-017).
  recoveryKey: generateKeyPair().publicKeyMultibase,
  keysSince: now.toISOString(),
  epoch: now.getTime().toString(36),
  entries: [],
  pagesAfter: [0],
});
const before = existsSync(stateFile) ? (JSON.parse(await readFile(stateFile, 'utf8')) as State) : firstState();
const pathOf = (id: string): string => id.slice(origin.length);
const known = new Map(before.entries.map((entry) => [entry.path, entry]));
const changed = [...things.values()]
  .map((thing) => ({ path: pathOf(thing.id), kind: [thing.type].flat()[0] ?? '', dataText: JSON.stringify(thing) }))
  .filter(({ path, dataText }) => known.get(path)?.dataText !== dataText);
const gone = before.entries.filter(({ path, dataText }) => dataText !== undefined && !things.has(origin + path));
const moved = [...gone.map(({ path, kind }) => ({ path, kind })), ...changed];
const movedPaths = new Set(moved.map(({ path }) => path));
const firstPosition = Math.max(now.getTime() * 1_000, (before.entries.at(-1)?.position ?? 0) + 1);
const entries: readonly Entry[] = [
  ...before.entries.filter(({ path }) => !movedPaths.has(path)),
  ...moved.map((entry, at) => ({ ...entry, position: firstPosition + at })),
];

// 3. The checkpoint: how many there are, and the sum of their hashes (CHK-008, CHK-009).
const termOf = (thing: Thing): bigint =>
  BigInt(`0x${hash('sha256', `${thing.id}\n${hash('sha256', canonicalJson(thing))}`)}`);
const makeCheckpoint = (): SignedCheckpoint => {
  const sum = [...things.values()].reduce((total, thing) => (total + termOf(thing)) % (1n << 256n), 0n);
  const { secretKeyMultibase } = before.key;
  return signCheckpoint(
    {
      type: 'Checkpoint',
      feed: feedId,
      epoch: before.epoch,
      position: entries.at(-1)?.position ?? 0,
      live: things.size,
      digest: sum.toString(16).padStart(64, '0'),
      previous: before.checkpoint === undefined ? null : checkpointHash(before.checkpoint),
      time: now.toISOString(),
    },
    { secretKeyMultibase, verificationMethod: `${origin}/.well-known/openstraat#key-1` },
  );
};
const checkpoint = moved.length === 0 ? (before.checkpoint ?? makeCheckpoint()) : makeCheckpoint();

// 4. The feed: a file for each position behind which a reader may go on. Old ones are written anew: readers come back to them.
const pageAddress = (after: number): string => `${origin}/feed/${after}.json`;
const writePage = async (after: number): Promise<number> => {
  const above = entries.filter(({ position }) => position > after);
  const items = above.slice(0, entriesPerPage);
  const last = items.at(-1)?.position ?? after;
  const more = above.length > items.length ? { moreAfter: last } : { checkpoint };
  const frame = { origin, license: licence, epoch: before.epoch, withContext: true, ...more };
  const page = writeFeedPage(
    { ...frame, self: pageAddress(after), next: pageAddress(last) },
    items.map(({ path, kind, position, dataText }) => writeFeedItem(origin, { id: path, kind, position, dataText })),
  );
  await write(`feed/${after}.json`, JSON.stringify({ ...JSON.parse(page), id: feedId }));
  return last;
};
const pagesAfter = new Set(before.pagesAfter);
// A set that grows while it is walked: what is added is met too.
for (const after of pagesAfter) pagesAfter.add(await writePage(after));
await write('feed/checkpoint.json', JSON.stringify(checkpoint));

// 5. Pages for people, and none for what is gone (DOC-001, DOC-007).
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: unknown): string => String(value).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
const link = (href: unknown, words: unknown): string => `<a href="${escaped(href)}">${escaped(words)}</a>`;
const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head><body><h1>${escaped(title)}</h1>${body}</body></html>`;
const valueOf = (id: unknown, property: string): unknown =>
  (things.get(String(id)) as Readonly<Record<string, unknown>> | undefined)?.[property];

const thingPage = (thing: Thing): string => {
  const own = (property: string): unknown => valueOf(thing.id, property);
  const facts = ['availability', 'price', 'priceCurrency', 'gtin', 'placeKind', 'openingHours']
    .filter((fact) => own(fact) !== undefined)
    .map((fact) => `<dt>${fact}</dt><dd>${escaped(own(fact))}</dd>`);
  const others = ['itemOffered', 'availableAtOrFrom'].map(own).filter((id) => id !== undefined);
  const source = own('source') ?? thing.id;
  const json = JSON.stringify(schemaOrg(thing)).replaceAll('<', String.raw`\u003c`);
  return page(
    String(own('name') ?? valueOf(own('itemOffered'), 'name')),
    `<script type="application/ld+json">${json}</script>`,
    `<dl>${facts.join('')}</dl><p>${others.map((id) => link(id, valueOf(id, 'name'))).join(' ')}</p>
    <footer>${escaped(valueOf(source, 'attribution'))}, ${link(valueOf(source, 'license'), 'CC0')} ${link('/', name)}</footer>`,
  );
};
for (const thing of things.values()) await write(`${pathOf(thing.id)}/index.html`, thingPage(thing));
for (const { path } of gone) await rm(join(folder, path, 'index.html'), { force: true });
const places = [...things.keys()].filter((id) => pathOf(id).startsWith('/places/'));
await write(
  'index.html',
  page(
    name,
    '',
    `<ul>${places.map((id) => `<li>${link(id, valueOf(id, 'name'))}</li>`).join('')}</ul>
    <footer>${escaped(operator.name)}, ${operator.contact}, ${link(licence, 'CC0')} ${link('/feed/0.json', 'feed')}</footer>`,
  ),
);
const locations = [...things.keys()].map((id) => `<url><loc>${escaped(id)}</loc></url>`).join('');
await write('sitemap.xml', `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations}</urlset>`);

// 6. Who publishes, with which keys, and in which words.
const context = `${origin}/context/v1.jsonld`;
const identity = {
  id: `${origin}/`,
  type: ['Catalog', 'Organization'],
  name,
  areaServed: town,
  origin,
  license: licence,
};
const [start, checkpointUrl] = [pageAddress(0), `${origin}/feed/checkpoint.json`];
const keyObject = (fragment: string, publicKeyMultibase: string) => ({
  id: `${origin}/.well-known/openstraat#${fragment}`,
  type: 'Multikey',
  controller: `${origin}/`,
  publicKeyMultibase,
  validFrom: before.keysSince,
});
const description = {
  '@context': context,
  ...identity,
  operator: { type: 'Operator', ...operator },
  software: { type: 'SoftwareApplication', name: 'openstraat-static-example', version: '1.0.0' },
  conformsTo: ['https://w3id.org/openstraat/spec#publisher'],
  feed: { id: feedId, type: 'EventStream', start, checkpointUrl, epoch: before.epoch, tombstoneDays: 3_650 },
  keys: [keyObject('key-1', before.key.publicKeyMultibase)],
  recoveryKey: keyObject('recovery-key', before.recoveryKey),
  fictional: true,
};
await write('.well-known/openstraat', JSON.stringify(description));
await write('context/v1.jsonld', contextText);
await writeFile(stateFile, JSON.stringify({ ...before, entries, pagesAfter: [...pagesAfter], checkpoint }));
