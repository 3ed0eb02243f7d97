import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ScriptedPeer } from '../src/federation/replica/scripted-peer.test-helper.ts';
import { LevelMessageQueue } from '../src/federation/store/level-message-queue.ts';
import { eventually } from './peers/eventually.ts';
import { type HeldPost, type InboxRelay, openInboxRelay } from './peers/inbox-relay.ts';
import { exchange, type Json } from './peers/plain-peer.ts';
import { signWire } from './peers/signatures.ts';
import { type SocialNode, startSocialNode } from './peers/social-node.ts';

const minuteMs = 60_000;

/** A clock of the machine that is set wrong. */
const clockAhead = (aheadMs: number) => {
  const clock = { aheadMs, now: () => Date.now() + clock.aheadMs };
  return clock;
};

const open: AsyncDisposable[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

interface Pair {
  readonly source: SocialNode;
  readonly reader: SocialNode;
  readonly relay: InboxRelay;
  readonly readerClock: { aheadMs: number };
}

/** Two nodes, of which one follows the other and is accepted; the relay stands before the inbox of who follows, which polls so seldom that only notices count. */
const followed = async ({ skewMs = 0 } = {}): Promise<Pair> => {
  const relay = await openInboxRelay();
  open.push(relay);
  const readerClock = clockAhead(skewMs);
  const source = await startSocialNode({}, clockAhead(-skewMs));
  open.push(source);
  const reader = await startSocialNode({ origin: relay.origin, pollMinutes: 20 }, readerClock);
  open.push(reader);
  relay.target = reader.url;
  await source.change('Eerste');
  await reader.commands.follow({ node: source.origin }, () => {});
  await eventually(async () =>
    expect(await reader.commands.listFollowing()).toMatchObject([{ followState: 'accepted' }]),
  );
  return { source, reader, relay, readerClock };
};

const isNotice = ({ body }: HeldPost): boolean => (JSON.parse(body) as Json)['type'] === 'Update';

/** Keeps notices back: their sender thinks that they arrived. */
const holdNotices = (relay: InboxRelay): readonly HeldPost[] => {
  const held: HeldPost[] = [];
  relay.onPost = (post) => {
    if (!isNotice(post)) return post.pass();
    held.push(post);
    return 202;
  };
  return held;
};

const asJson = async (url: string): Promise<Json> =>
  (await (await fetch(url, { headers: { accept: 'application/json, application/ld+json' } })).json()) as Json;

/** Whether the reader has what the source has, as its signed checkpoint counts it, and finds its place under the name of now. */
const isEqual = async ({ source, reader }: Pair): Promise<boolean> => {
  const [node] = await reader.commands.listFollowing();
  const { live } = await asJson(`${source.origin}/feed/checkpoint`);
  const name = String((await asJson(`${source.origin}/places/winkel`))['name']);
  // The answer repeats what was asked.
  const found = await asJson(`${reader.url}/search?q=${name.toLowerCase()}`);
  const isThere = JSON.stringify(found['results']).includes(name);
  return isThere && node?.state === 'current' && node.digest === 'agrees' && node.things === live;
};
const becomesEqual = (pair: Pair): Promise<unknown> => eventually(async () => expect(await isEqual(pair)).toBe(true));

describe('a notice', () => {
  it('that is lost costs no more than the time until the next poll', async () => {
    const pair = await followed();
    const held = holdNotices(pair.relay);
    await pair.source.change('Tweede');
    await eventually(() => expect(held).toHaveLength(1));
    expect(await isEqual(pair)).toBe(false);
    pair.readerClock.aheadMs += 25 * minuteMs;
    await becomesEqual(pair);
  });

  it('that comes twice is heard once, and counted', async () => {
    const pair = await followed();
    const { relay, reader, source } = pair;
    const held = holdNotices(relay);
    await source.change('Tweede');
    await eventually(() => expect(held).toHaveLength(1));
    const [accepted, repeated] = [await reader.counted('accepted'), await reader.counted('repeated')];
    expect([await held[0]?.pass(), await held[0]?.pass()]).toEqual([202, 202]);
    expect([await reader.counted('accepted'), await reader.counted('repeated')]).toEqual([accepted + 1, repeated + 1]);
    await becomesEqual(pair);
  });

  it('that comes after a later one takes nothing back', async () => {
    const pair = await followed();
    const { relay, source } = pair;
    const held = holdNotices(relay);
    for (const [count, name] of [
      [1, 'Tweede'],
      [2, 'Derde'],
    ] as const) {
      await source.change(name);
      await eventually(() => expect(held).toHaveLength(count));
    }
    expect(await held[1]?.pass()).toBe(202);
    await becomesEqual(pair);
    expect(await held[0]?.pass()).toBe(202);
    await source.change('Vierde');
    await eventually(() => expect(held).toHaveLength(3));
    expect(await held[2]?.pass()).toBe(202);
    await becomesEqual(pair);
  });

  it('is heard between nodes whose clocks are ten minutes off, one behind and one ahead', async () => {
    const pair = await followed({ skewMs: 10 * minuteMs });
    await pair.source.change('Tweede');
    await becomesEqual(pair);
    expect(await pair.reader.counted('bad-signature')).toBe(0);
  });
});

/** A peer with a feed and an actor of which the test says what it sends. */
const startNoticingPeer = async () => {
  const peer = await ScriptedPeer.start();
  open.push(peer);
  const actor = `${peer.origin}/actors/node`;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { id: `${actor}#main-key`, secret: privateKey };
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });
  const document = JSON.stringify({
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
    id: actor,
    type: 'Application',
    preferredUsername: 'node',
    inbox: `${actor}/inbox`,
    outbox: `${actor}/outbox`,
    publicKey: { id: key.id, owner: actor, publicKeyPem },
  });
  peer.description = (description) => ({ ...description, actor });
  peer.spoil = (path) => {
    if (path === '/actors/node')
      return { status: 200, body: document, headers: { 'content-type': 'application/activity+json' } };
    return path === '/actors/node/inbox' ? { status: 202 } : undefined;
  };
  const notice = (inbox: string, position: number): Promise<{ readonly status: number }> => {
    const url = new URL(inbox);
    const body = JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: `${actor}/notices/${peer.epoch}-${position}`,
      type: 'Update',
      actor,
      object: { id: `${peer.origin}/feed#stream`, type: 'Collection', updated: new Date().toISOString() },
    });
    const headers = { host: url.host, 'content-type': 'application/activity+json' };
    return exchange(signWire('draft-cavage', { method: 'POST', url, headers, body }, key, Date.now()));
  };
  return { peer, notice, feedReads: () => peer.asked.filter((path) => path.startsWith('/feed')).length };
};

it('a notice of a position that is not there yet is a hint like any other, and the change is taken when it comes', async () => {
  const { peer, notice, feedReads } = await startNoticingPeer();
  peer.put(['a', 'a']);
  const reader = await startSocialNode({ pollMinutes: 1_000 });
  open.push(reader);
  await reader.commands.follow({ node: peer.origin }, () => {});
  const last = peer.entries.at(-1)?.position ?? 0;
  const before = feedReads();
  expect(await notice(reader.inbox, last + 1_000_000)).toMatchObject({ status: 202 });
  await eventually(() => expect(feedReads()).toBeGreaterThan(before));
  const known = { things: 1, state: 'current', digest: 'agrees' };
  expect(await reader.commands.listFollowing()).toMatchObject([known]);
  // It is behind what was announced, and still the next is read from where it stood.
  peer.put(['b', 'b']);
  peer.asked.length = 0;
  expect(await notice(reader.inbox, last + 1)).toMatchObject({ status: 202 });
  await eventually(async () => expect(await reader.commands.listFollowing()).toMatchObject([{ ...known, things: 2 }]));
  expect(peer.asked).not.toContain('/feed');
});

it('a node that ends between an unfollow and its Undo tells the other node when it runs again', async () => {
  const { source, reader } = await followed();
  const followers = () => source.commands.listFollowers({ asking: false, limit: 2 });
  expect(await followers()).toHaveLength(1);
  vi.spyOn(LevelMessageQueue.prototype, 'enqueue').mockRejectedValue(new Error('the process has ended'));
  await reader.commands.unfollow({ node: source.origin });
  vi.restoreAllMocks();
  expect(await followers()).toHaveLength(1);
  await reader.restart();
  await eventually(async () => expect(await followers()).toEqual([]));
});
