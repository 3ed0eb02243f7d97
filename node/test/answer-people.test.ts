import { expect, it } from 'vitest';
import type { PostListing, ReplyListing } from '../src/control/commands.ts';
import { eventually } from './peers/eventually.ts';
import { type Json, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const everybody = 'https://www.w3.org/ns/activitystreams#Public';
const activity = 'application/activity+json';

const startShop = async (): Promise<SocialNode & { readonly shop: string }> => {
  const node = await startSocialNode();
  await node.change('Fietsen Jansen');
  const { address } = await node.commands.switchActorOn({ place: 'winkel' });
  return Object.assign(node, { shop: address });
};

/** Somebody says something to the shop. @returns it as the operator finds it */
const spoken = async (node: SocialNode & { readonly shop: string }, peer: PlainPeer, to: readonly string[]) => {
  const id = `${peer.actor}/statuses/${to.length}`;
  const tag = [{ type: 'Mention', href: node.shop, name: '@winkel' }];
  const object = { id, type: 'Note', attributedTo: peer.actor, to, tag, content: '<p>Ook zondag?</p>' };
  await peer.send(`${node.shop}/inbox`, { type: 'Create', object });
  const find = async (): Promise<ReplyListing> => {
    const found = (await node.commands.listReplies({ limit: 10 })).find(({ address }) => address === id);
    if (found === undefined) throw new Error('it has not come');
    return found;
  };
  await eventually(find);
  return find();
};

const answer = (node: SocialNode, reply: ReplyListing, text: string): Promise<PostListing> =>
  node.commands.publishPost({ replyTo: reply.id, text, pictures: [] });

const received = (peer: PlainPeer, type: string, post: PostListing) =>
  peer.waitFor((one) => one['type'] === type && (one['object'] as Json)['id'] === post.address);

const read = async (address: string) => fetch(address, { headers: { accept: activity } });
const outboxOf = async (shop: string): Promise<string> => (await read(`${shop}/outbox?cursor=newest`)).text();

it('an answer to what was said to everybody goes to who said it, and to followers', async () => {
  await using node = await startShop();
  await using bob = await startPlainPeer();
  await using fan = await startPlainPeer();
  await fan.send(`${node.shop}/inbox`, { type: 'Follow', object: node.shop });
  await fan.waitFor((one) => one['type'] === 'Accept');
  const reply = await spoken(node, bob, [everybody]);
  const name = `@ann@${new URL(bob.origin).host}`;
  expect(reply).toMatchObject({ author: name, public: true });

  const post = await answer(node, reply, 'Ja, van 12 tot 5.');
  expect(post.answers).toEqual({ address: reply.address, name, public: true });
  const create = await received(bob, 'Create', post);
  expect(create).toMatchObject({
    actor: node.shop,
    to: [everybody],
    cc: [`${node.shop}/followers`, bob.actor],
    object: {
      inReplyTo: reply.address,
      to: [everybody],
      cc: [`${node.shop}/followers`, bob.actor],
      tag: [{ type: 'Mention', href: bob.actor, name }],
      content: `<p><a href="${bob.actor}" class="u-url mention">${name}</a> Ja, van 12 tot 5.</p>`,
    },
  });
  await received(fan, 'Create', post);
  expect(await (await read(post.address)).json()).toMatchObject({ inReplyTo: reply.address });
  expect(await outboxOf(node.shop)).toContain(post.address);
  // Said to one of many, it is no news of the shop.
  const page = await fetch(`${node.origin}/places/winkel`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('van 12 tot 5');
});

it('an answer to what was said to the shop alone goes to nobody else, and stands nowhere', async () => {
  await using node = await startShop();
  await using bob = await startPlainPeer();
  await using fan = await startPlainPeer();
  await fan.send(`${node.shop}/inbox`, { type: 'Follow', object: node.shop });
  await fan.waitFor((one) => one['type'] === 'Accept');
  const reply = await spoken(node, bob, [node.shop]);
  expect(reply.public).toBe(false);

  const post = await answer(node, reply, 'Uw fiets is klaar.');
  const create = await received(bob, 'Create', post);
  const forBob = { to: [bob.actor], inReplyTo: reply.address };
  expect(create).toMatchObject({ to: [bob.actor], object: forBob });
  for (const one of [create, create['object'] as Json]) expect(one['cc']).toBeUndefined();
  await node.commands.editPost({ id: post.id, text: 'Uw fiets is morgen klaar.' });
  expect(await received(bob, 'Update', post)).toMatchObject({ to: [bob.actor], object: forBob });

  for (const address of [post.address, `${post.address}/replies`]) expect((await read(address)).status).toBe(404);
  const asPerson = await fetch(post.address, { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect(asPerson.status).toBe(404);
  expect(await outboxOf(node.shop)).not.toContain(post.id);
  expect(await (await read(`${node.shop}/outbox`)).json()).toMatchObject({ totalItems: 0 });
  const page = await fetch(`${node.origin}/places/winkel`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('Uw fiets');
  // The operator finds it again.
  expect((await node.commands.listPosts({ limit: 10 })).said).toMatchObject([
    { id: post.id, answers: { public: false } },
  ]);

  await node.commands.deletePost({ id: post.id });
  expect(await received(bob, 'Delete', post)).toMatchObject({ to: [bob.actor] });
  expect((await read(post.address)).status).toBe(404);
  // What comes later came after all of this: nothing of it went to followers.
  const news = await node.commands.publishPost({ place: 'winkel', text: 'Morgen open', pictures: [] });
  await received(fan, 'Create', news);
  expect(JSON.stringify(fan.received)).not.toContain(post.id);
});

it('what cannot be answered is said', async () => {
  await using node = await startShop();
  await using bob = await startPlainPeer({ host: '127.0.0.2' });
  const nothing = node.commands.publishPost({ replyTo: 'x', text: 'Ja', pictures: [] });
  await expect(nothing).rejects.toMatchObject({ code: 'not-found' });
  const reply = await spoken(node, bob, [node.shop]);
  const elsewhere = node.commands.publishPost({ replyTo: reply.id, place: 'winkel', text: 'Ja', pictures: [] });
  await expect(elsewhere).rejects.toMatchObject({ code: 'bad-request' });
  await bob[Symbol.asyncDispose]();
  await expect(answer(node, reply, 'Ja')).rejects.toMatchObject({ code: 'peer-unusable' });
});
