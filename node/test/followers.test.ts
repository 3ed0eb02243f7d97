import { expect, it } from 'vitest';
import { queueLimits } from '../src/federation/limits.ts';
import { eventually } from './peers/eventually.ts';
import { type Json, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const ofType =
  (type: string) =>
  (activity: Json): boolean =>
    activity['type'] === type;
const isNotice = ofType('Update');

/** Notices of what changes from now on: those of before may still be under way. */
const noticesFromNow = async (node: SocialNode): Promise<(body: Json) => boolean> => {
  const { position } = await node.commands.stats();
  return (body) => isNotice(body) && Number(String(body['id']).split('-').at(-2)) > position;
};

const follow = (peer: PlainPeer, node: SocialNode) => peer.send(node.inbox, { type: 'Follow', object: node.actor });
const followersOf = (node: SocialNode, asking = false) => node.commands.listFollowers({ asking, limit: 10 });
const collectionOf = async (peer: PlainPeer, address: string): Promise<Json> =>
  JSON.parse((await peer.read(address)).body) as Json;

it('who asks to follow waits for the operator, who lets them in or sends them away', async () => {
  await using node = await startSocialNode({ followers: 'ask' });
  await using ann = await startPlainPeer();
  await using bob = await startPlainPeer();
  await follow(ann, node);
  await follow(bob, node);
  await eventually(async () => expect(await followersOf(node, true)).toHaveLength(2));
  expect(await collectionOf(ann, `${node.actor}/followers`)).toMatchObject({ totalItems: 0 });

  const handle = `@ann@${new URL(ann.origin).host}`;
  expect(await node.commands.tendFollower({ follower: handle, action: 'accept' })).toMatchObject([
    { id: ann.actor, handle, state: 'accepted' },
  ]);
  await ann.waitFor(ofType('Accept'));
  await node.commands.tendFollower({ follower: bob.actor, action: 'reject' });
  await bob.waitFor(ofType('Reject'));
  expect(await followersOf(node)).toMatchObject([{ id: ann.actor }]);
  expect(await followersOf(node, true)).toEqual([]);

  await node.commands.tendFollower({ follower: ann.actor, action: 'remove' });
  await ann.waitFor(ofType('Reject'));
  await expect(node.commands.tendFollower({ follower: ann.actor, action: 'remove' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('who follows and changes their mind at once does not follow', async () => {
  await using node = await startSocialNode();
  await using ann = await startPlainPeer();
  await using witness = await startPlainPeer();
  const wish = (number: number): Json => ({
    type: 'Follow',
    id: `${ann.actor}/follows/${number}`,
    object: node.actor,
    actor: ann.actor,
  });
  await ann.send(node.inbox, wish(1));
  await eventually(() => expect(ann.received.filter(ofType('Accept'))).toHaveLength(1));
  await ann.send(node.inbox, { type: 'Undo', object: wish(1) });
  await eventually(async () => expect(await followersOf(node)).toEqual([]));

  const gate = Promise.withResolvers<void>();
  ann.actorGate = gate.promise;
  await ann.send(node.inbox, wish(2));
  await ann.send(node.inbox, { type: 'Undo', object: wish(2) });
  await follow(witness, node);
  await witness.waitFor(ofType('Accept'));
  gate.resolve();
  await eventually(() => expect(ann.received.filter(ofType('Accept'))).toHaveLength(2));
  await eventually(async () => expect(await followersOf(node)).toMatchObject([{ id: witness.actor }]));
});

it('who is slow to be looked at keeps nobody else waiting, however often they ask', async () => {
  await using node = await startSocialNode();
  await using slow = await startPlainPeer();
  await using other = await startPlainPeer();
  // Their key is known then.
  await slow.send(node.inbox, { type: 'Like', object: node.actor });
  const gate = Promise.withResolvers<void>();
  slow.actorGate = gate.promise;
  const wishes = Array.from({ length: queueLimits.handlersAtOnce + 6 }, (_, number) =>
    slow.send(node.inbox, { type: 'Follow', id: `${slow.actor}/follows/${number}`, object: node.actor }),
  );
  for (const { status } of await Promise.all(wishes)) expect(status).toBe(202);
  await follow(other, node);
  await other.waitFor(ofType('Accept'));
  expect(slow.received.filter(ofType('Accept'))).toEqual([]);
  gate.resolve();
  await slow.waitFor(ofType('Accept'));
});

it('a node that takes no new followers says so', async () => {
  await using node = await startSocialNode({ followers: 'closed' });
  await using ann = await startPlainPeer();
  await follow(ann, node);
  await ann.waitFor(ofType('Reject'));
  expect(await followersOf(node)).toEqual([]);
});

it('an actor is a node only when its description says so too, and people are counted, not named', async () => {
  await using node = await startSocialNode();
  await using other = await startPlainPeer({ node: 'Andere Stad' });
  await using liar = await startPlainPeer({
    node: 'Stad van een ander',
    description: { actor: 'https://elsewhere.example/actors/node' },
  });
  for (const peer of [other, liar]) {
    await follow(peer, node);
    await peer.waitFor(ofType('Accept'));
  }
  const nodes = (await followersOf(node)).flatMap((one) => one.node ?? []);
  expect(nodes).toEqual([{ origin: other.origin, name: 'Andere Stad' }]);

  const root = await collectionOf(other, `${node.actor}/followers`);
  expect(root).toMatchObject({ totalItems: 2 });
  expect(root).not.toHaveProperty('orderedItems');
  const page = await collectionOf(other, String(root['first']));
  expect([page['orderedItems'] ?? page['items']].flat()).toEqual([other.actor]);

  await node.change('Een');
  await other.waitFor(isNotice);
  expect(liar.received.filter(isNotice)).toEqual([]);
});

it('a follower whose inbox is gone is dropped; one whose inbox is not found is kept for a while', async () => {
  await using node = await startSocialNode();
  await using gone = await startPlainPeer({ node: 'Weg' });
  await using missing = await startPlainPeer({ node: 'Zoek' });
  for (const peer of [gone, missing]) {
    await follow(peer, node);
    await peer.waitFor(ofType('Accept'));
  }
  gone.inboxStatus = 410;
  missing.inboxStatus = 404;
  await node.change('Een');
  await eventually(async () =>
    expect(await followersOf(node)).toMatchObject([{ id: missing.actor, failingSince: expect.any(String) as string }]),
  );
});

it('a follower that moves is followed there, when both ends say so', async () => {
  await using node = await startSocialNode();
  const moved: Record<string, unknown> = {};
  await using before = await startPlainPeer({ node: 'Oud', actor: moved });
  await using after = await startPlainPeer({ node: 'Nieuw', actor: { alsoKnownAs: [before.actor] } });
  await follow(before, node);
  await before.waitFor(ofType('Accept'));
  const move = { type: 'Move', object: before.actor, target: after.actor };
  // It does not say yet that it moved.
  await before.send(node.inbox, move);
  await follow(before, node);
  await eventually(() => expect(before.received.filter(ofType('Accept'))).toHaveLength(2));
  expect(await followersOf(node)).toMatchObject([{ id: before.actor }]);

  moved['movedTo'] = after.actor;
  await before.send(node.inbox, move);
  await eventually(async () =>
    expect(await followersOf(node)).toMatchObject([{ id: after.actor, node: { origin: after.origin, name: 'Nieuw' } }]),
  );
  // A node that has just started tells of what it has.
  const isNew = await noticesFromNow(node);
  await node.change('Een');
  await after.waitFor(isNew);
  expect(before.received.filter(isNew)).toEqual([]);
});

it('who is blocked is dropped, refused, not written to and not fetched from, until that is lifted', async () => {
  await using node = await startSocialNode();
  await using bad = await startPlainPeer({ node: 'Nare Stad', host: '127.0.0.2' });
  await using good = await startPlainPeer({ node: 'Goede Stad' });
  for (const peer of [bad, good]) {
    await follow(peer, node);
    await peer.waitFor(ofType('Accept'));
  }
  const block = {
    domain: '127.0.0.2',
    severity: 'suspend' as const,
    rejectMedia: true,
    rejectReports: true,
    reason: 'nare',
    obfuscate: false,
  };
  expect(await node.commands.putBlocks({ blocks: [block], more: false })).toEqual({
    changed: 1,
    followers: 1,
    unfollowed: [],
    own: [],
  });
  const reads = bad.reads.length;
  expect(await follow(bad, node)).toMatchObject({ status: 403 });
  expect(await node.counted('blocked')).toBe(1);
  await expect(node.commands.follow({ node: bad.origin }, () => {})).rejects.toThrow(/block list/);
  const isNew = await noticesFromNow(node);
  await node.change('Een');
  await good.waitFor(isNew);
  expect(bad.received.filter(isNew)).toEqual([]);
  expect(bad.reads).toHaveLength(reads);
  expect(await followersOf(node)).toMatchObject([{ id: good.actor }]);

  await node.commands.removeBlock({ domain: '127.0.0.2' });
  expect(await follow(bad, node)).toMatchObject({ status: 202 });
});

it('a block keeps its reason until another is given, and never shuts out the own host', async () => {
  await using node = await startSocialNode();
  const { hostname } = new URL(node.origin);
  const put = (domain: string, reason: string) =>
    node.commands.putBlocks({
      blocks: [
        { domain, severity: 'suspend', rejectMedia: true, rejectReports: true, reason, obfuscate: false },
        { domain: 'ook.example', severity: 'noop', rejectMedia: false, rejectReports: false, reason, obfuscate: false },
      ],
      more: false,
    });
  await put('nare.example', 'reclame');
  expect(await put('NARE.example', '')).toMatchObject({ changed: 0, own: [] });
  expect(await node.commands.listBlocks()).toMatchObject([
    { domain: 'nare.example', reason: 'reclame' },
    { domain: 'ook.example', severity: 'noop', reason: 'reclame' },
  ]);
  expect(await put('nare.example', 'anders')).toMatchObject({ changed: 2 });
  expect(await put(hostname, '')).toMatchObject({ changed: 0, own: [hostname] });
  expect((await node.commands.listBlocks()).map(({ domain }) => domain)).toEqual(['nare.example', 'ook.example']);
});
