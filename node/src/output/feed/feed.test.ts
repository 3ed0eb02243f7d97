import {
  addToDigest,
  canonicalJson,
  dataHash,
  digestTerm,
  feedPageItemsMax,
  type FeedPage,
  feedPageSchema,
  formatDigest,
  type Json,
  signedCheckpointSchema,
  verifyDocument,
} from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';

/** What a reader holds: data by id. */
type Held = Map<string, { readonly modified: number; readonly data: Json }>;

/** The reader of PROTOCOL 5 in its plainest form: it knows JSON and nothing else. */
const readPage = async (node: TestNode, url: string, held: Held): Promise<FeedPage> => {
  const response = await node.get(url);
  expect(`${response.status} ${url}`).toBe(`200 ${url}`);
  const page = feedPageSchema.parse(await response.json());
  for (const { id, state, modified, data } of page.items) {
    if ((held.get(id)?.modified ?? -1) >= modified) continue;
    if (state === 'deleted') held.delete(id);
    else {
      const { '@context': _, ...own } = data ?? {};
      held.set(id, { modified, data: own });
    }
  }
  return page;
};

const digestOf = (held: Held): string => {
  let digest = 0n;
  for (const [id, { data }] of held) digest = addToDigest(digest, digestTerm(id, dataHash(canonicalJson(data))));
  return formatDigest(digest);
};

const relative = (node: TestNode, url: string): string => {
  expect(url.startsWith(`${node.settings.origin}/feed`)).toBe(true);
  return url.slice(node.settings.origin.length);
};

/** Follows `next` to the head, and compares with the checkpoint there. @returns where the reader goes on */
const walk = async (node: TestNode, from: string, held: Held, between?: () => Promise<void>): Promise<string> => {
  let url = from;
  for (;;) {
    const page = await readPage(node, url, held);
    if (page.checkpoint !== undefined) {
      expect(digestOf(held)).toBe(page.checkpoint.digest);
      expect(held.size).toBe(page.checkpoint.live);
      return relative(node, page.next);
    }
    expect(page.items).toHaveLength(feedPageItemsMax);
    url = relative(node, page.next);
    await between?.();
  }
};

const product = (number: number, name: string): Record<string, unknown> => ({
  ...exampleThings.product,
  id: `/products/p${number}`,
  sku: `p${number}`,
  name,
});

const putProducts = async (node: TestNode, from: number, to: number, name = 'a'): Promise<void> => {
  for (let number = from; number < to; number++) await node.put(product(number, name));
};

describe('a walk', () => {
  it('of an empty log is one page, empty, whose next is itself', async () => {
    const node = createTestNode();
    const page = await readPage(node, '/feed', new Map());
    expect(page.items).toEqual([]);
    expect(page.next).toBe('https://waterveen.example/feed');
    expect(page.checkpoint?.live).toBe(0);
  });

  it('ends with the digest of the checkpoint, and then stays on an empty page that names itself', async () => {
    const node = createTestNode();
    await putExampleThings(node);
    const held: Held = new Map();
    const next = await walk(node, '/feed', held);
    expect(held.size).toBe(8);
    const last = await readPage(node, next, held);
    expect(last.items).toEqual([]);
    expect(relative(node, last.next)).toBe(next);
  });

  it('cuts pages at exactly the limit', async () => {
    const node = createTestNode();
    await putProducts(node, 0, feedPageItemsMax);
    const full = await readPage(node, '/feed', new Map());
    expect(full.items).toHaveLength(feedPageItemsMax);
    expect(full.checkpoint).toBeDefined();
    await putProducts(node, feedPageItemsMax, feedPageItemsMax + 1);
    const first = await readPage(node, '/feed', new Map());
    expect(first.items).toHaveLength(feedPageItemsMax);
    expect(first.checkpoint).toBeUndefined();
    const second = await readPage(node, relative(node, first.next), new Map());
    expect(second.items).toHaveLength(1);
  });

  it('gets pages that were made ahead as they are when they are made on asking', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 3 * feedPageItemsMax + 1);
    const page = vi.spyOn(node.log, 'page');
    let url = '/feed';
    for (let turn = 0; turn < 2; turn++) url = relative(node, (await readPage(node, url, new Map())).next);
    expect(page.mock.calls.length).toBe(3);
    const ahead = await node.get(url);
    const body = await ahead.text();
    // That one has been given; the fourth, which it has set off, is the last.
    expect(page.mock.calls.length).toBe(4);
    const again = await node.get(url);
    expect(page.mock.calls.length).toBe(5);
    expect(await again.text()).toBe(body);
    expect(again.headers.get('ETag')).toBe(ahead.headers.get('ETag'));
  });

  it('ends right when things change during it and old positions have emptied out', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 2_100);
    await putProducts(node, 0, 900, 'b');
    let turn = 0;
    const held: Held = new Map();
    await walk(node, '/feed', held, async () => {
      turn++;
      await putProducts(node, turn * 10, turn * 10 + 5, `turn ${turn}`);
      await node.remove(`/products/p${turn + 1_500}`);
      await node.put(product(5_000 + turn, 'new'));
    });
    expect(turn).toBe(2);
    expect(held.size).toBe(node.log.head().live);
  });

  it('that began before tombstones were dropped finishes; a reader that could have missed one begins again', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 1_500);
    const settled = await walk(node, '/feed', new Map());
    const old: Held = new Map();
    const oldPage = await readPage(node, '/feed', old);

    node.clock.nowMs += 3_600_000;
    await node.remove('/products/p1200');
    // Walks share the hour in which they began, so this one begins in the next.
    node.clock.nowMs += 3_600_000;
    await node.put(product(0, 'later'));
    const fresh: Held = new Map();
    const freshPage = await readPage(node, '/feed', fresh);
    await node.log.dropTombstones(node.log.head().position);

    // This walk began after the deletion: the dropped tombstone is of a thing that it never held.
    await walk(node, relative(node, freshPage.next), fresh);
    for (const url of [settled, relative(node, oldPage.next)]) {
      const response = await node.get(url);
      expect(response.status).toBe(410);
      expect(await response.json()).toMatchObject({ code: 'cursor-gone', restart: 'https://waterveen.example/feed' });
    }
    await walk(node, '/feed', new Map());
  });
});

describe('other places to begin', () => {
  it('?from= starts a walk above a position and is never gone', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 10);
    const { entries } = await node.log.page(0, 10);
    const fifth = entries[4]?.position ?? 0;
    await node.remove('/products/p9');
    await node.log.dropTombstones(node.log.head().position);
    const page = await readPage(node, `/feed?from=${fifth}`, new Map());
    expect(page.items.map(({ modified }) => modified)).toEqual(entries.slice(5, 9).map(({ position }) => position));
    expect((await node.get(`/feed?afterChangeNumber=${fifth}`)).status).toBe(410);
    expect((await node.get(`/feed?afterChangeNumber=${node.log.head().position}`)).status).toBe(200);
  });

  it('beyond the head is an empty page that names itself', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 1);
    const { epoch, position } = node.log.head();
    for (const url of [
      `/feed?cursor=${epoch}-${(position + 10).toString(36)}-0&afterChangeNumber=${position + 10}`,
      `/feed?from=${position + 10}`,
      `/feed?afterChangeNumber=${position + 10}`,
    ]) {
      const page = await readPage(node, url, new Map());
      expect(page.items).toEqual([]);
      expect(relative(node, page.next)).toBe(url);
      expect(page.checkpoint).toBeUndefined();
    }
  });

  it('beyond the head is the same however the head moves, as the RPDE validator wants the last page to be', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 1);
    const url = `/feed?afterChangeNumber=${node.log.head().position + 1_000_000}`;
    const before = await node.get(url);
    await putProducts(node, 1, 2);
    expect((await node.get(url, { 'If-None-Match': before.headers.get('ETag') ?? '' })).status).toBe(304);
    expect(await (await node.get(url)).text()).toBe(await before.text());
  });

  it('another epoch is gone', async () => {
    const node = createTestNode();
    await putProducts(node, 0, 1);
    const next = await walk(node, '/feed', new Map());
    await node.log.renewEpoch();
    expect((await node.get(next)).status).toBe(410);
    await walk(node, '/feed', new Map());
  });

  it.each([
    '/feed?cursor=',
    '/feed?cursor=a',
    '/feed?cursor=a-b-c-d',
    '/feed?cursor=ep-zzzzzzzzzzz-0',
    '/feed?from=-1',
    '/feed?from=1.5',
    '/feed?from=99999999999999999',
    '/feed?afterChangeNumber=x',
    '/feed?from=1&afterChangeNumber=1',
    '/feed?from=1&from=1',
    '/feed?limit=10',
    '/feed/checkpoint?x=1',
  ])('%s is refused', async (url) => {
    expect((await createTestNode().get(url)).status).toBe(400);
  });
});

describe('a page', () => {
  it('may be kept for an hour when full and 5 seconds at the head', async () => {
    const node = createTestNode();
    await putProducts(node, 0, feedPageItemsMax + 1);
    const first = await node.get('/feed');
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=3600');
    const { next } = (await first.json()) as FeedPage;
    const second = await node.get(relative(node, next));
    expect(second.headers.get('Cache-Control')).toBe('public, max-age=5');
    const tag = second.headers.get('ETag') ?? '';
    await node.put(product(1, 'changed'));
    expect((await node.get(relative(node, next), { 'If-None-Match': tag })).status).toBe(200);
  });

  it('names its context in a Link for JSON, and in the body for JSON-LD', async () => {
    const node = createTestNode();
    const plain = await node.get('/feed', { Accept: 'application/json' });
    expect(plain.headers.get('Link')).toBe(
      '<https://waterveen.example/context/v1.jsonld>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
    );
    expect(await plain.json()).not.toHaveProperty('@context');
    const linked = await node.get('/feed', { Accept: 'application/ld+json' });
    expect(await linked.json()).toHaveProperty('@context', 'https://waterveen.example/context/v1.jsonld');
  });

  it('has a relation to the next on full pages only', async () => {
    const node = createTestNode();
    await putProducts(node, 0, feedPageItemsMax + 1);
    const first = (await (await node.get('/feed')).json()) as { view: { relation?: { node: string }[] }; next: string };
    expect(first.view.relation).toMatchObject([{ type: 'GreaterThanRelation', node: first.next }]);
    const second = (await (await node.get(relative(node, first.next))).json()) as { view: object };
    expect(second.view).not.toHaveProperty('relation');
  });

  it('comes as N-Quads with a member a thing', async () => {
    const node = createTestNode();
    await putExampleThings(node);
    await node.remove(exampleThings.area.id);
    const text = await (await node.get('/feed', { Accept: 'application/n-quads' })).text();
    expect(text.split('<https://w3id.org/tree#member>')).toHaveLength(9);
    expect(text).not.toContain('\u0001');
  });
});

describe('/feed/checkpoint', () => {
  it('is signed by a key of the description, and grows into a chain', async () => {
    const node = createTestNode();
    await putExampleThings(node);
    const one = signedCheckpointSchema.parse(await (await node.get('/feed/checkpoint')).json());
    const description = (await (await node.get('/.well-known/openstraat')).json()) as {
      keys: { id: string; publicKeyMultibase: string }[];
    };
    const key = description.keys.find(({ id }) => id === one.proof.verificationMethod);
    expect(verifyDocument(one, key?.publicKeyMultibase ?? '')).toBe(true);
    const { checkpoint } = await readPage(node, '/feed', new Map());
    expect(checkpoint).toEqual(one);
  });
});

describe('any reader', () => {
  it('that follows next ends equal to the log, whatever changes between its pages', async () => {
    const change = fc.record({ number: fc.nat({ max: 1_300 }), act: fc.constantFrom('put', 'put', 'remove') });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_250 }),
        fc.array(fc.array(change, { maxLength: 40 }), { minLength: 1, maxLength: 6 }),
        async (start, rounds) => {
          const node = createTestNode();
          await putProducts(node, 0, start);
          const held: Held = new Map();
          let url = '/feed';
          let version = 0;
          for (const round of rounds) {
            const page = await readPage(node, url, held);
            url = relative(node, page.next);
            for (const { number, act } of round) {
              version++;
              const id = `/products/p${number}` as const;
              if (act === 'put') await node.put(product(number, `v${version}`));
              else if ((await node.log.get(id))?.text !== undefined) await node.remove(id);
            }
          }
          await walk(node, url, held);
          expect(digestOf(held)).toBe(formatDigest(node.log.head().digest));
        },
      ),
      { numRuns: 12 },
    );
  });
});
