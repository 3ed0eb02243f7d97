import { RpdeValidator } from '@openactive/rpde-validator';
import { replicateLDES } from 'ldes-client';
import { Writer } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Thing } from '../models/index.ts';
import { versionIri } from '../protocol/feed-page.ts';
import { canonicalQuads } from '../rdf/offline-json-ld.test-helper.ts';
import { thingQuads } from '../rdf/thing-quads.ts';
import { DualFeedServer, type Served, type ServedEntry, servedEntries } from './dual-feed.test-helper.ts';

const server = new DualFeedServer();
beforeAll(() => server.start());
afterAll(() => server[Symbol.asyncDispose]());
const serve = (served: Served, count: number, itemsMax: number): void => {
  Object.assign(server, { served, itemsMax, entries: servedEntries(server.origin, count) });
};

type Client = ReturnType<typeof replicateLDES>;
type Member = Parameters<Parameters<Client['init']>[0]>[0];

const replicate = async (): Promise<ReadonlyMap<string, Member>> => {
  const client = replicateLDES({ url: `${server.origin}/feed` });
  const members = new Map<string, Member>();
  let failure: unknown;
  client.on('error', (error) => {
    failure ??= error;
  });
  const reader = client.stream({ highWaterMark: 100 }).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    expect(members.has(read.value.id.value)).toBe(false);
    members.set(read.value.id.value, read.value);
  }
  expect(failure).toBeUndefined();
  return members;
};

const versionOf = ({ id, position }: ServedEntry): string => versionIri(server.origin + id, position);

/** Languages mean the same in any case, and some parsers keep theirs. */
const withLowerCaseLanguages = (nQuads: string): string =>
  nQuads.replaceAll(/"@[A-Za-z-]+ /g, (tag) => tag.toLowerCase());

/** The quads of a member that stand in the graph of its version: the thing's own. */
const dataQuads = ({ id, quads }: Member): Promise<string> =>
  canonicalQuads(
    withLowerCaseLanguages(
      new Writer({ format: 'N-Quads' }).quadsToString(quads.filter(({ graph }) => graph.value === id.value)),
    ),
  );

describe.each<[Served, number]>([
  ['n-quads', 1_240],
  // The client reads the context anew for each item, so few will do.
  ['json-ld', 50],
  ['json-with-link', 50],
])('as %s', (served, count) => {
  test('an LDES client replicates exactly the live things and the tombstones', async () => {
    serve(served, count, Math.ceil(count / 3));
    const members = await replicate();
    expect([...members.keys()].toSorted()).toEqual(server.entries.map((entry) => versionOf(entry)).toSorted());
    for (const entry of server.entries.slice(0, 30)) {
      const member = members.get(versionOf(entry));
      expect(member?.isVersionOf).toBe(server.origin + entry.id);
      const states = member?.quads.filter(({ predicate }) => predicate.value.endsWith('ns#state'));
      expect(states?.map(({ object }) => object.value)).toEqual([
        `https://www.w3.org/ns/activitystreams#${entry.data === undefined ? 'Delete' : 'Update'}`,
      ]);
      const expected =
        entry.data === undefined ? '' : await canonicalQuads(thingQuads(entry.data as Thing, versionOf(entry)));
      expect(member === undefined ? undefined : await dataQuads(member)).toBe(expected);
    }
  });
});

test('an RPDE validator finds no failure', async () => {
  serve('json-ld', 1_240, 500);
  const { pages } = await RpdeValidator(`${server.origin}/feed`, { pageLimit: 10 });
  // Three pages with items, the empty one, and the jump beyond the end.
  expect(pages).toHaveLength(5);
  const failures = pages.flatMap(({ errors }) => errors.filter(({ severity }) => severity === 'failure'));
  expect(failures.map(({ message }) => message)).toEqual([]);
});
