import { expect, test } from 'vitest';
import { pageText, servedEntries } from '../generate/dual-feed.test-helper.ts';
import { type FeedPageDocument, feedPageQuads } from './feed-page-quads.ts';
import { canonicalQuads, expandDocument } from './offline-json-ld.test-helper.ts';

const origin = 'https://waterveen.example';
const page = (url: string, itemsMax: number): FeedPageDocument =>
  JSON.parse(
    pageText(origin, servedEntries(origin, 32), { url, itemsMax, withContext: true }).text,
  ) as FeedPageDocument;

test.each([
  ['with more behind it', page('/feed', 20)],
  ['at the head, with its checkpoint', page('/feed', 100)],
  ['empty', page('/feed?cursor=e1-zzzzzzzzzz-0', 20)],
])('a page %s is what JSON-LD makes of it', async (_which, document) => {
  expect(await canonicalQuads(feedPageQuads(document))).toBe(await expandDocument(document));
});

test('a tombstone says where its thing went', async () => {
  const { items, ...frame } = page('/feed', 8);
  const moved = items.map((item) =>
    item.state === 'deleted' ? { ...item, movedTo: 'https://elsewhere.example/places/x' } : item,
  );
  const document = { ...frame, items: moved };
  const quads = await canonicalQuads(feedPageQuads(document));
  expect(quads).toBe(await expandDocument(document));
  expect(quads).toContain('<https://www.w3.org/ns/activitystreams#movedTo> <https://elsewhere.example/places/x> .');
});

test("what an item's names mean ends where its data begins", async () => {
  const { items, ...frame } = page('/feed', 1);
  const [item] = items;
  const data = {
    ...item?.data,
    version: 'v2',
    modified: 1,
    state: 'updated',
    kind: 'x',
    movedTo: 'https://x.example/',
  };
  const expanded = await expandDocument({ ...frame, items: [{ ...item, data }] });
  // `version` is a software's in this context, and `movedTo` a node's; all others are nothing there.
  const own = expanded.split('\n').filter((line) => !/softwareVersion|#movedTo> <https:\/\/x\.example/.test(line));
  expect(own.join('\n')).toBe(await canonicalQuads(feedPageQuads({ ...frame, items })));
});

test('the checkpoint stays the JSON that was signed', () => {
  expect(feedPageQuads(page('/feed', 100))).toMatch(
    /<https:\/\/w3id\.org\/openstraat\/ns#checkpoint> "\{\\"digest\\".*"\^\^<http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#JSON> \./,
  );
});
