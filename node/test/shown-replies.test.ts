import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import type { ReplyListing } from '../src/control/commands.ts';
import { eventually } from './peers/eventually.ts';
import { type Json, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';
import { launchBrowser } from './support/browser.ts';

const shop = 'winkel';
const everybody = 'https://www.w3.org/ns/activitystreams#Public';
const activityJson = 'application/activity+json';

const startShop = async (): Promise<SocialNode> => {
  const node = await startSocialNode();
  await node.change('Fietsen Jansen');
  await node.commands.switchActorOn({ place: shop });
  return node;
};

const say = (node: SocialNode, text: string) => node.commands.publishPost({ place: shop, text, pictures: [] });
const inboxOf = (node: SocialNode) => `${node.origin}/actors/${shop}/inbox`;

const replyOf = (peer: PlainPeer, post: string, content: string, more: Json = {}) => ({
  id: `${peer.actor}/statuses/${encodeURIComponent(content).slice(0, 20)}`,
  type: 'Note',
  attributedTo: peer.actor,
  inReplyTo: post,
  to: [everybody],
  content,
  ...more,
});

const idOf = async (node: SocialNode, fits: (reply: ReplyListing) => boolean): Promise<string> => {
  const { id } = (await node.commands.listReplies({ limit: 100 })).find(fits) ?? {};
  if (id === undefined) throw new Error('it has not come');
  return id;
};

/** Waits until something is kept. @returns the name under which the operator finds it */
const kept = async (node: SocialNode, fits: (reply: ReplyListing) => boolean): Promise<string> => {
  await eventually(async () => void (await idOf(node, fits)));
  return idOf(node, fits);
};

/** Sends a reply, and waits until it is kept. */
const answer = async (peer: PlainPeer, node: SocialNode, reply: Json): Promise<string> => {
  await peer.send(inboxOf(node), { type: 'Create', object: reply });
  return kept(node, ({ address }) => address === reply['id']);
};

const page = async (node: SocialNode, path = `/places/${shop}`, headers: Record<string, string> = {}) => {
  const response = await fetch(node.origin + path, { headers: { accept: 'text/html', ...headers } });
  return { status: response.status, tag: response.headers.get('etag') ?? '', text: await response.text() };
};

/** The addresses that the collection of a post holds, found as others find it. */
const collected = async (node: SocialNode, post: string): Promise<unknown> => {
  const headers = { accept: activityJson };
  const note = (await (await fetch(post, { headers })).json()) as Json;
  expect(note['replies']).toBe(`${post}/replies`);
  const response = await fetch(String(note['replies']), { headers });
  expect(response.headers.get('content-type')).toContain(activityJson);
  const { id, type, totalItems, orderedItems = [] } = (await response.json()) as Json;
  expect({ id, type, totalItems }).toEqual({
    id: `${post}/replies`,
    type: 'OrderedCollection',
    totalItems: (orderedItems as unknown[]).length,
  });
  return orderedItems;
};

const block = (node: SocialNode, domain: string) =>
  node.commands.putBlocks({
    blocks: [{ domain, severity: 'suspend', reason: '', obfuscate: false, rejectMedia: false, rejectReports: false }],
    more: false,
  });

it('a reply stands beneath its post once the operator says so, and until its author changes it', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  const post = await say(node, 'Morgen open');
  const before = await page(node);
  expect(before.text).toContain('Morgen open');
  const reply = replyOf(ann, post.address, '<p>Leuk! &lt;script&gt;alert(1)&lt;/script&gt;</p>');
  const id = await answer(ann, node, reply);
  await ann.send(inboxOf(node), { type: 'Like', object: post.address });
  await eventually(async () => expect(await node.commands.listReplies({ limit: 9 })).toHaveLength(2));
  expect((await page(node, undefined, { 'if-none-match': before.tag })).status).toBe(304);
  expect(await collected(node, post.address)).toEqual([]);

  expect(await node.commands.showReply({ id })).toMatchObject({ id, shown: true, public: true });
  const shown = await page(node, undefined, { 'if-none-match': before.tag });
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('Leuk! &lt;script&gt;alert(1)&lt;/script&gt;');
  const host = new URL(ann.origin).host;
  expect(shown.text).toContain(`<a href="${ann.actor}" rel="nofollow ugc noopener">@ann@${host}</a>`);
  expect(shown.text).toContain(`<a href="${reply.id}" rel="nofollow ugc noopener">`);
  expect(await collected(node, post.address)).toEqual([reply.id]);
  expect((await page(node, `/posts/${post.id}/replies`)).text).toContain('Leuk!');
  await node.restart();
  expect(await collected(node, post.address)).toEqual([reply.id]);

  await ann.send(node.sharedInbox, { type: 'Update', object: { ...reply, content: 'Koop hier!' } });
  await eventually(async () => expect((await page(node)).text).not.toContain('Leuk!'));
  expect((await page(node)).text).not.toContain('Koop hier!');
  expect(await collected(node, post.address)).toEqual([]);
  expect(await node.commands.showReply({ id })).toMatchObject({
    text: 'Koop hier!',
    edited: expect.any(String) as unknown,
  });
  expect((await page(node)).text).toContain('Koop hier!');
  expect(await node.commands.hideReply({ id })).toMatchObject({ shown: false });
  expect((await page(node)).text).not.toContain('Koop hier!');

  await node.commands.showReply({ id });
  await ann.send(node.sharedInbox, { type: 'Delete', object: { id: reply.id, type: 'Tombstone' } });
  await eventually(async () => expect(await collected(node, post.address)).toEqual([]));
  expect((await page(node)).text).not.toContain('Koop hier!');
});

it('the front page shows what the node says, and knows when that has changed', async () => {
  await using node = await startShop();
  const before = await page(node, '/');
  expect((await page(node, '/', { 'if-none-match': before.tag })).status).toBe(304);
  await say(node, 'Van de winkel');
  expect((await page(node, '/', { 'if-none-match': before.tag })).status).toBe(304);
  const { id } = await node.commands.publishPost({ text: 'Van de stad', pictures: [] });
  const after = await page(node, '/', { 'if-none-match': before.tag });
  expect(after.text).toContain('Van de stad');
  expect(after.text).not.toContain('Van de winkel');
  await node.commands.deletePost({ id });
  expect((await page(node, '/', { 'if-none-match': after.tag })).text).not.toContain('Van de stad');
});

it('what was said to some, likes, what answers nothing, and what a blocked server says is shown to nobody', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  await using eve = await startPlainPeer({ host: '127.0.0.13' });
  const post = await say(node, 'Morgen open');
  const actor = `${node.origin}/actors/${shop}`;
  const tag = [{ type: 'Mention', href: actor }];
  const hidden = [
    replyOf(ann, post.address, 'Aan u alleen', { to: [actor] }),
    replyOf(ann, post.address, 'Aan wie mij volgt', { to: [`${ann.actor}/followers`], cc: [actor] }),
    replyOf(ann, `${post.address}/replies`, 'Op geen post', { tag }),
    replyOf(ann, post.address, '<img src="https://a.example/a.jpg">'),
  ];
  for (const reply of hidden) {
    const id = await answer(ann, node, reply);
    await expect(node.commands.showReply({ id })).rejects.toMatchObject({ code: 'bad-request' });
  }
  await ann.send(inboxOf(node), { type: 'Like', object: post.address });
  const like = await kept(node, ({ kind }) => kind === 'like');
  await expect(node.commands.showReply({ id: like })).rejects.toMatchObject({ code: 'bad-request' });
  await expect(node.commands.showReply({ id: 'niets' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await collected(node, post.address)).toEqual([]);

  const ofEve = replyOf(eve, post.address, 'Van Eve');
  await node.commands.showReply({ id: await answer(eve, node, ofEve) });
  const ofAnn = replyOf(ann, post.address, 'Van Ann', { to: [actor], cc: [everybody], summary: 'Let op' });
  await node.commands.showReply({ id: await answer(ann, node, ofAnn) });
  expect(await collected(node, post.address)).toEqual([ofEve.id, ofAnn.id]);
  expect((await page(node)).text).toContain('Let op<br />Van Ann');
  await block(node, '127.0.0.13');
  expect(await collected(node, post.address)).toEqual([ofAnn.id]);
  expect((await page(node)).text).not.toContain('Van Eve');

  await node.commands.deletePost({ id: post.id });
  expect((await fetch(`${post.address}/replies`, { headers: { accept: activityJson } })).status).toBe(404);
  expect((await page(node)).text).not.toContain('Van Ann');
  expect((await node.commands.listReplies({ limit: 100 })).filter(({ shown }) => shown)).toEqual([]);
});

it('reads well in a browser, without scripts too, and asks nobody else for anything', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  await node.commands.publishPost({ text: 'De weekmarkt is zaterdag op het plein.', pictures: [] });
  const post = await node.commands.publishPost({
    place: shop,
    text: 'Zaterdag gratis fietskeuring!\nKom langs tussen tien en vier.\n\nDe koffie staat klaar. #Fiets',
    link: 'https://jansen.example/keuring',
    pictures: [{ address: 'https://jansen.example/keuring.jpg', alternative: 'Een fiets op de kop' }],
  });
  await node.commands.publishPost({ place: shop, text: 'We are open on Monday too.', language: 'en', pictures: [] });
  const long = `<p>Ik kom! ${'Aaaaaaa'.repeat(60)}</p><p>\u202Everkeerd om</p><p><img src="https://a.example/a.png">Tot dan</p>`;
  for (const content of ['<p>Mag de bakfiets ook?</p>', long])
    await node.commands.showReply({ id: await answer(ann, node, replyOf(ann, post.address, content)) });
  const browser = await launchBrowser();
  try {
    for (const [path, words, options] of [
      [`/places/${shop}`, 'Mag de bakfiets ook?', { javaScriptEnabled: false }],
      [`/places/${shop}`, 'Mag de bakfiets ook?', { colorScheme: 'dark' }],
      ['/', 'De weekmarkt is zaterdag', { colorScheme: 'light' }],
    ] as const) {
      const context = await browser.newContext({ ...options, viewport: { width: 360, height: 740 } });
      const foreign: string[] = [];
      context.on('request', (request) => {
        if (new URL(request.url()).origin !== node.origin) foreign.push(request.url());
      });
      const opened = await context.newPage();
      await opened.goto(node.origin + path, { waitUntil: 'networkidle' });
      expect(await opened.locator('body').innerText()).toContain(words);
      expect(await opened.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([360, 360]);
      // Axe needs scripts.
      const { violations } =
        'javaScriptEnabled' in options ? { violations: [] } : await new AxeBuilder({ page: opened }).analyze();
      expect([violations.map(({ id, nodes }) => [id, nodes[0]?.html]), foreign]).toEqual([[], []]);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});
