// Writes a publisher as plain files: node build.ts <origin> <public folder> <state file> [<village file>]. Run it again when the village has changed.
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  canonicalJson,
  checkpointHash,
  contextText,
  generateKeyPair,
  type Json,
  type SignedCheckpoint,
  signCheckpoint,
} from '@openstraat/spec';
import { frontPage, thingPage } from './pages.ts';
import { readVillage, type Thing, thingsOf } from './village.ts';

/** What the feed says of one thing; no data for what is gone. */
interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly position: number;
  readonly data?: Thing;
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
const village = await readVillage(villageFile ?? join(import.meta.dirname, 'village.json'));
const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';
const context = `${origin}/context/v1.jsonld`;
const entriesPerPage = 1_000;
const now = new Date();

const before: State = existsSync(stateFile)
  ? (JSON.parse(await readFile(stateFile, 'utf8')) as State)
  : {
      key: generateKeyPair(),
      // Only its public part is needed here: whoever runs this for real keeps the secret part offline (CHK-017).
      recoveryKey: generateKeyPair().publicKeyMultibase,
      keysSince: now.toISOString(),
      epoch: now.getTime().toString(36),
      entries: [],
      pagesAfter: [0],
    };

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

// 1. What has changed goes to the end, at positions that only grow (FEED-013); what stayed the same stays where it is (FEED-016).
const things = thingsOf(village, origin, licence);
const known = new Map(before.entries.map((entry) => [entry.id, entry]));
const isSame = ({ id }: Thing, text: string): boolean => JSON.stringify(known.get(id)?.data) === text;
const changed = things.filter((thing) => !isSame(thing, JSON.stringify(thing)));
const living = new Set(things.map(({ id }) => id));
const gone = before.entries.filter(({ id, data }) => data !== undefined && !living.has(id));
const lastPosition = Math.max(0, ...before.entries.map(({ position }) => position));
const firstPosition = Math.max(lastPosition + 1, now.getTime() * 1_000);
const moved: readonly Omit<Entry, 'position'>[] = [
  // What goes last refers to what goes first, so it is deleted in the other order (FEED-019).
  ...gone.toReversed().map(({ id, kind }) => ({ id, kind })),
  ...changed.map((data) => ({ id: data.id, kind: data.type, data })),
];
const movedIds = new Set(moved.map(({ id }) => id));
const entries: readonly Entry[] = [
  ...before.entries.filter(({ id }) => !movedIds.has(id)),
  ...moved.map((entry, at) => ({ ...entry, position: firstPosition + at })),
];
const head = entries.at(-1)?.position ?? 0;

// 2. The checkpoint: how many there are, and the sum of their hashes (CHK-008, CHK-009).
const termOf = (thing: Thing): bigint =>
  BigInt(`0x${hash('sha256', `${thing.id}\n${hash('sha256', canonicalJson(thing as unknown as Json))}`)}`);
const checkpoint: SignedCheckpoint =
  moved.length === 0 && before.checkpoint !== undefined
    ? before.checkpoint
    : signCheckpoint(
        {
          type: 'Checkpoint',
          feed: `${origin}/feed/0.json#stream`,
          epoch: before.epoch,
          position: head,
          live: things.length,
          digest: things
            .reduce((sum, thing) => (sum + termOf(thing)) % (1n << 256n), 0n)
            .toString(16)
            .padStart(64, '0'),
          previous: before.checkpoint === undefined ? null : checkpointHash(before.checkpoint),
          time: now.toISOString(),
        },
        {
          secretKeyMultibase: before.key.secretKeyMultibase,
          verificationMethod: `${origin}/.well-known/openstraat#key-1`,
        },
      );

// 3. The feed: a file for each position behind which a reader may go on.
const pageAddress = (after: number): string => `${origin}/feed/${after}.json`;
const writePage = async (after: number): Promise<number> => {
  const above = entries.filter(({ position }) => position > after);
  const items = above.slice(0, entriesPerPage);
  const hasMore = above.length > items.length;
  const last = items.at(-1)?.position ?? after;
  const relation = { type: 'GreaterThanRelation', node: pageAddress(last), path: 'os:position', value: last };
  const page = {
    '@context': context,
    id: `${origin}/feed/0.json#stream`,
    type: 'EventStream',
    license: licence,
    timestampPath: 'dcterms:created',
    sequencePath: 'os:position',
    versionOfPath: 'dcterms:isVersionOf',
    versionDeletePath: 'os:state',
    versionDeleteObject: 'as:Delete',
    epoch: before.epoch,
    view: {
      id: pageAddress(after),
      type: 'Node',
      retentionPolicy: { type: 'LatestVersionSubset', amount: 1 },
      ...(hasMore ? { relation: [relation] } : {}),
    },
    next: pageAddress(last),
    ...(hasMore ? {} : { checkpoint }),
    items: items.map(({ id, kind, position, data }) => ({
      state: data === undefined ? 'deleted' : 'updated',
      kind,
      id,
      version: `${id}#v${position}`,
      modified: position,
      published: new Date(Math.floor(position / 1_000)).toISOString(),
      ...(data === undefined ? {} : { data: { '@context': context, ...data } }),
    })),
  };
  await write(`feed/${after}.json`, JSON.stringify(page));
  return last;
};
const pagesAfter = new Set(before.pagesAfter);
// What is added meanwhile is met too.
for (const after of pagesAfter) pagesAfter.add(await writePage(after));
await write('feed/checkpoint.json', JSON.stringify(checkpoint));

// 4. The pages for people, and none for what is gone (DOC-001, DOC-007).
const find = (id: unknown): Thing | undefined => things.find((thing) => thing.id === id);
const pathOf = (id: string): string => `${id.slice(origin.length + 1)}/index.html`;
for (const thing of things) await write(pathOf(thing.id), thingPage(thing, find));
for (const { id } of gone) await rm(join(folder, pathOf(id)), { force: true });
await write('index.html', frontPage(village, things, licence));
const locations = things.map(({ id }) => `<url><loc>${id}</loc></url>`).join('');
await write('sitemap.xml', `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations}</urlset>`);

// 5. Who publishes, with which keys, and the words that are used.
const keyObject = (name: string, publicKeyMultibase: string) => ({
  id: `${origin}/.well-known/openstraat#${name}`,
  type: 'Multikey',
  controller: `${origin}/`,
  publicKeyMultibase,
  validFrom: before.keysSince,
});
const description = {
  '@context': context,
  id: `${origin}/`,
  type: ['Catalog', 'Organization'],
  name: village.name,
  areaServed: village.town,
  origin,
  license: licence,
  operator: { type: 'Operator', ...village.operator },
  software: { type: 'SoftwareApplication', name: 'openstraat-static-example', version: '1.0.0' },
  conformsTo: ['https://w3id.org/openstraat/spec#publisher'],
  feed: {
    id: `${origin}/feed/0.json#stream`,
    type: 'EventStream',
    start: pageAddress(0),
    checkpointUrl: `${origin}/feed/checkpoint.json`,
    epoch: before.epoch,
    tombstoneDays: 3_650,
  },
  keys: [keyObject('key-1', before.key.publicKeyMultibase)],
  recoveryKey: keyObject('recovery-key', before.recoveryKey),
  fictional: true,
};
await write('.well-known/openstraat', JSON.stringify(description));
await write('context/v1.jsonld', contextText);
await writeFile(stateFile, JSON.stringify({ ...before, entries, pagesAfter: [...pagesAfter], checkpoint }));
