import { verifyDocument } from '@openstraat/spec';
import { expect, it, vi } from 'vitest';
import { replyLimits } from '../src/federation/posts/replies/limits.ts';
import { eventually } from './peers/eventually.ts';
import { type Json, type PeerOptions, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const shop = 'winkel';
const actorOf = (node: SocialNode) => `${node.origin}/actors/${shop}`;
const inboxOf = (node: SocialNode) => `${actorOf(node)}/inbox`;

/** A node with one shop that can be followed. */
const startShop = async (): Promise<SocialNode> => {
  const node = await startSocialNode();
  await node.change('Fietsen Jansen');
  await node.commands.switchActorOn({ place: shop });
  return node;
};

const follow = async (peer: PlainPeer, node: SocialNode): Promise<Json> => {
  const activity = { id: `${peer.actor}/follows/1`, type: 'Follow', object: actorOf(node) };
  await peer.send(inboxOf(node), activity);
  await peer.waitFor(({ type }) => type === 'Accept');
  return activity;
};

const objectOf = ({ object }: Json): Json => object as Json;
const say = (node: SocialNode, text: string) => node.commands.publishPost({ place: shop, text, pictures: [] });
const repliesOf = async (node: SocialNode) =>
  (await node.commands.listReplies({ place: shop, limit: 100 }))
    .map(({ kind, text }) => `${kind} ${text}`.trim())
    .toSorted((one, other) => one.localeCompare(other));
const hears = (node: SocialNode, expected: readonly string[]) =>
  eventually(async () => expect(await repliesOf(node)).toEqual(expected));

const kinds: readonly (readonly [string, PeerOptions])[] = [
  ['knows only draft-cavage, and drops what else it answers 202 to', { takes: 'draft-only', signs: 'draft-cavage' }],
  ['wants RFC 9421', { takes: 'rfc9421-only', signs: 'rfc9421' }],
  ['answers 401 to every look-up that is not signed', { guarded: true }],
];

it.each(kinds)('a peer that %s follows a shop, reads it, answers, and unfollows', async (_title, options) => {
  await using node = await startShop();
  await using peer = await startPlainPeer(options);
  await using other = await startPlainPeer();
  const following = await follow(peer, node);
  await follow(other, node);

  const post = await say(node, 'Morgen <open>, #Fiets');
  const created = await peer.waitFor(({ type }) => type === 'Create');
  const note = objectOf(created);
  expect(created).toMatchObject({ actor: actorOf(node), cc: [`${actorOf(node)}/followers`] });
  expect(note).toMatchObject({
    id: post.address,
    type: 'Note',
    attributedTo: actorOf(node),
    content: expect.stringContaining('<p>Morgen &lt;open&gt;, <a href=') as unknown,
    contentMap: { nl: note['content'] },
    url: `${node.origin}/places/${shop}`,
  });
  const read = await peer.read(post.address);
  expect(JSON.parse(read.body)).toMatchObject({ id: post.address, content: note['content'] });

  await node.commands.editPost({ id: post.id, text: 'Toch dicht' });
  const updated = await peer.waitFor(({ type }) => type === 'Update');
  expect(objectOf(updated)).toMatchObject({ id: post.address, content: '<p>Toch dicht</p>' });
  expect(objectOf(updated)).toHaveProperty('updated');

  const reply = {
    id: `${peer.actor}/statuses/1`,
    type: 'Note',
    attributedTo: peer.actor,
    inReplyTo: post.address,
    content: '<p>Leuk!<script>alert(1)</script> &lt;b&gt;</p><p>Ik kom</p>',
  };
  const like = { id: `${peer.actor}/likes/1`, type: 'Like', object: post.address };
  const boost = { id: `${peer.actor}/boosts/1`, type: 'Announce', object: post.address };
  for (const activity of [{ type: 'Create', object: reply }, like, boost])
    expect((await peer.send(inboxOf(node), activity)).status).toBe(202);
  await hears(node, ['boost', 'like', 'reply Leuk! <b>\nIk kom']);

  await peer.send(node.sharedInbox, { type: 'Update', object: { ...reply, content: '<p>Jammer</p>' } });
  await peer.send(node.sharedInbox, { type: 'Undo', object: { ...like, actor: peer.actor } });
  await hears(node, ['boost', 'reply Jammer']);
  await peer.send(node.sharedInbox, { type: 'Undo', object: boost.id });
  await peer.send(node.sharedInbox, { type: 'Delete', object: { id: reply.id, type: 'Tombstone' } });
  await hears(node, []);

  await peer.send(inboxOf(node), { type: 'Undo', object: { ...following, actor: peer.actor } });
  await eventually(async () => expect(await node.commands.listFollowers({ asking: false, limit: 10 })).toHaveLength(1));
  await say(node, 'Voor wie blijft');
  await node.commands.deletePost({ id: post.address });
  const deleted = await other.waitFor(({ type }) => type === 'Delete');
  expect(objectOf(deleted)).toMatchObject({ id: post.address, type: 'Tombstone' });
  expect((await other.read(post.address)).status).toBe(410);
  await other.waitFor((activity) => String(objectOf(activity)['content']).includes('Voor wie blijft'));
  expect(peer.received.map(({ type }) => type)).toEqual(['Accept', 'Create', 'Update']);
});

it('a post is, delivered and read, what servers need that read plain JSON, and signed by a key of its actor', async () => {
  await using node = await startShop();
  await using peer = await startPlainPeer();
  await follow(peer, node);
  await node.commands.rotateKeys({ which: 'actors', overlapDays: 30 });
  const pictures = [{ address: 'https://example.org/fiets.jpg', alternative: 'Een fiets' }];
  const post = await node.commands.publishPost({ place: shop, text: 'Nieuw: #Fiets', pictures });
  const { '@context': _context, proof, ...created } = await peer.waitFor(({ type }) => type === 'Create');
  const address = { to: ['https://www.w3.org/ns/activitystreams#Public'], cc: [`${actorOf(node)}/followers`] };
  const note = {
    id: post.address,
    type: 'Note',
    attributedTo: actorOf(node),
    ...address,
    content: expect.stringContaining('#<span>Fiets</span>') as unknown,
    contentMap: expect.any(Object) as unknown,
    url: `${node.origin}/places/${shop}`,
    replies: `${post.address}/replies`,
    published: expect.any(String) as unknown,
    tag: [{ type: 'Hashtag', name: '#Fiets', href: `${node.origin}/search?q=Fiets` }],
    attachment: [{ type: 'Image', mediaType: 'image/jpeg', url: pictures[0]?.address, name: 'Een fiets' }],
  };
  const published: unknown = expect.any(String);
  const creation = { id: `${post.address}#create`, type: 'Create', actor: actorOf(node), ...address, published };
  expect(created).toEqual({ ...creation, object: note });

  const document = async (at: string) => JSON.parse((await peer.read(at)).body) as Json;
  expect(await document(post.address)).toEqual({ '@context': expect.any(Array) as unknown, ...note });
  const page = await document(`${actorOf(node)}/outbox?cursor=newest`);
  expect(page['orderedItems']).toMatchObject([{ ...creation, object: note }]);
  expect(await document(`${node.actor}/outbox?cursor=newest`)).toHaveProperty('orderedItems', []);

  const { assertionMethod } = await document(actorOf(node));
  const [key] = assertionMethod as { id: string; publicKeyMultibase: string }[];
  expect(proof).toMatchObject({ verificationMethod: key?.id });
  const signed = peer.received.find(({ type }) => type === 'Create') ?? {};
  expect(verifyDocument(signed, key?.publicKeyMultibase ?? '')).toBe(true);
  expect(verifyDocument({ ...signed, id: 'other' }, key?.publicKeyMultibase ?? '')).toBe(false);
});

it('followers hear when the profile of a shop changes', async () => {
  await using node = await startShop();
  await using peer = await startPlainPeer();
  await follow(peer, node);
  // The node looks when it starts; at the first look it learns what followers have read. Who stops it too early gives it longer the next time.
  const hasHeard = () => expect(peer.received.map(({ type }) => type)).toContain('Update');
  for (let attempt = 1, isTold = false; !isTold && attempt <= 8; attempt += 1) {
    await node.change(`Fietsen Pietersen ${attempt}`);
    await node.restart();
    isTold = await vi.waitFor(hasHeard, { timeout: attempt * 1_000 }).then(
      () => true,
      () => false,
    );
  }
  const update = await peer.waitFor(({ type }) => type === 'Update');
  expect(objectOf(update)).toMatchObject({ id: actorOf(node), type: 'Organization' });
  expect(objectOf(update)['name']).toMatch(/^Fietsen/);
});

it('what somebody said is theirs alone to change', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  await using eve = await startPlainPeer({ host: '127.0.0.13' });
  const post = await say(node, 'Morgen open');
  const replyOf = (peer: PlainPeer, number: number, content: string, more: Json = {}) => ({
    id: `${peer.actor}/statuses/${number}`,
    type: 'Note',
    attributedTo: peer.actor,
    inReplyTo: post.address,
    content,
    ...more,
  });
  const reply = replyOf(ann, 1, 'Leuk');
  const like = { id: `${ann.actor}/likes/1`, type: 'Like', object: post.address };
  await ann.send(inboxOf(node), { type: 'Create', object: reply });
  await ann.send(inboxOf(node), like);
  await hears(node, ['like', 'reply Leuk']);

  for (const activity of [
    { type: 'Update', object: { ...reply, content: 'Stom' } },
    { type: 'Update', object: { ...reply, attributedTo: eve.actor, content: 'Stom' } },
    { type: 'Delete', object: reply.id },
    { type: 'Delete', object: { id: reply.id, type: 'Tombstone' } },
    { type: 'Delete', object: ann.actor },
    { type: 'Undo', object: like.id },
    { type: 'Undo', object: { ...like, actor: ann.actor } },
    { type: 'Create', object: { ...reply, content: 'Stom' } },
    { type: 'Create', object: replyOf(ann, 2, 'In andermans naam') },
    { type: 'Create', object: replyOf(eve, 1, 'In andermans naam', { attributedTo: ann.actor }) },
    { type: 'Create', object: replyOf(eve, 2, 'Aan niemand hier', { inReplyTo: 'https://elsewhere.example/1' }) },
    { type: 'Create', object: replyOf(eve, 3, 'Aan niets', { inReplyTo: `${node.origin}/posts/niets` }) },
    { type: 'Like', object: `${node.origin}/posts/niets` },
  ])
    expect((await eve.send(inboxOf(node), activity)).status).toBe(202);
  // What comes last is worked through last, or so soon before that waiting shows it.
  await eve.send(inboxOf(node), {
    type: 'Create',
    object: replyOf(eve, 9, 'Klaar', { inReplyTo: null, tag: [{ type: 'Mention', href: actorOf(node) }] }),
  });
  await hears(node, ['like', 'reply Klaar', 'reply Leuk']);
  await ann.send(node.sharedInbox, { type: 'Like', object: post.address });
  await ann.send(node.sharedInbox, { type: 'Delete', object: ann.actor });
  await hears(node, ['reply Klaar']);
  const block = (domain: string) =>
    node.commands.putBlocks({
      blocks: [{ domain, severity: 'suspend', reason: '', obfuscate: false, rejectMedia: false, rejectReports: false }],
      more: false,
    });
  await block('127.0.0.1');
  expect(await repliesOf(node)).toEqual(['reply Klaar']);
  await block('127.0.0.13');
  expect(await repliesOf(node)).toEqual([]);
});

it('an address may be as long as the limit, and a text is cut at it', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  const post = await say(node, 'Morgen open');
  const { addressCharactersMax, textCharactersMax } = replyLimits;
  const stem = `${ann.actor}/statuses/`;
  const replyAt = (length: number, content: string) => ({
    type: 'Create',
    object: {
      id: stem + 'x'.repeat(length - stem.length),
      type: 'Note',
      attributedTo: ann.actor,
      inReplyTo: post.address,
      content,
    },
  });
  await ann.send(inboxOf(node), replyAt(addressCharactersMax + 1, 'Te lang'));
  await ann.send(inboxOf(node), replyAt(addressCharactersMax, 'a'.repeat(textCharactersMax + 1)));
  await ann.send(inboxOf(node), replyAt(100, 'Klaar'));
  await hears(node, [`reply ${'a'.repeat(textCharactersMax)}`, 'reply Klaar']);
  expect((await node.commands.listReplies({ limit: 10 })).map(({ address }) => address.length)).not.toContain(
    addressCharactersMax + 1,
  );
});

it('nothing that others say stands on any page', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  const post = await say(node, 'Morgen open');
  await ann.send(inboxOf(node), {
    type: 'Create',
    object: {
      id: `${ann.actor}/statuses/1`,
      type: 'Note',
      attributedTo: ann.actor,
      inReplyTo: post.address,
      to: ['https://www.w3.org/ns/activitystreams#Public'],
      content: 'Alleen voor u',
    },
  });
  await hears(node, ['reply Alleen voor u']);
  for (const path of [
    '/',
    `/places/${shop}`,
    '/about',
    `/posts/${post.id}`,
    `/posts/${post.id}/replies`,
    `/actors/${shop}`,
  ]) {
    for (const accept of ['text/html', 'application/activity+json']) {
      const answer = await fetch(node.origin + path, { headers: { accept } });
      expect(await answer.text()).not.toMatch(/Alleen voor u|statuses/);
    }
  }
});

it('a post and its change are sent after a restart, each once and in their order', async () => {
  await using node = await startShop();
  await using ann = await startPlainPeer();
  await follow(ann, node);
  ann.inboxStatus = 503;
  const post = await say(node, 'Morgen open');
  await eventually(() => expect(ann.knocks.at(-1)).toContain('503'));
  await node.commands.editPost({ id: post.id, text: 'Toch dicht' });
  await node.restart();
  ann.inboxStatus = undefined;
  await ann.waitFor(({ type }) => type === 'Update');
  expect(ann.received.map(({ type }) => type)).toEqual(['Accept', 'Create', 'Update']);
});

it('the page of a shop says how to follow it, and leads to the own server', async () => {
  await using node = await startShop();
  const page = await fetch(`${node.origin}/places/${shop}`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  const handle = `@fietsen-jansen@${new URL(node.origin).host}`;
  expect(html).toContain(`<strong class="handle">${handle}</strong>`);
  expect(html).toContain(`<link rel="alternate" type="application/activity+json" href="${actorOf(node)}" />`);
  expect(html).toContain(`<link rel="me" href="${node.origin}/places/${shop}" />`);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https: http:;");
  await node.commands.switchActorOff({ place: shop });
  const after = await fetch(`${node.origin}/places/${shop}`, {
    headers: { accept: 'text/html', 'if-none-match': page.headers.get('etag') ?? '' },
  });
  expect(after.status).toBe(200);
  expect(await after.text()).not.toContain('class="handle"');
});
