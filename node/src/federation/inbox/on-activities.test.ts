import type { InboxContext } from '@fedify/fedify';
import { Accept, type Activity, Create, Follow, Note, Reject, Undo, Update } from '@fedify/vocab';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Follower, Followers } from '../followers/follower.ts';
import { bundledContexts } from './document-loaders.ts';
import { decideFollow } from './on-follow.ts';
import type { FollowedNodes, InboxTools, Received } from './inbox-tools.ts';
import { onAnswer } from './on-answer.ts';
import { onDelete } from './on-delete.ts';
import { onUndo } from './on-undo.ts';
import { onUpdate } from './on-update.ts';

const own = 'https://own.example/actors/node';
const peer = 'https://peer.example/actors/node';
const other = 'https://other.example/actors/node';
const sent = `${own}/follows/1`;
const feed = 'https://peer.example/feed#stream';

/** Tools that note what listeners do with them. */
const openTools = (kept: readonly Pick<Follower, 'id' | 'follow'>[] = []) => {
  const done: string[] = [];
  const there = new Map(kept.map((one) => [one.id, one]));
  const followers = {
    get: (_: string, id: string) => Promise.resolve(there.get(id)),
    followedBy: (id: string) => Promise.resolve(there.has(id) ? ['node'] : []),
    remove: (identifier: string, id: string) => {
      done.push(`remove ${identifier} ${id}`);
      return Promise.resolve(there.delete(id));
    },
  } as unknown as Followers;
  const followed: FollowedNodes = {
    originOfActor: (actor) => (actor === peer ? 'https://peer.example' : undefined),
    list: () => Promise.resolve([{ origin: 'https://peer.example', actor: peer }, { origin: 'https://mute.example' }]),
    pullNow: (origin) => done.push(`pull ${origin}`) > 0,
    answered: (actor, answer) => Promise.resolve(done.push(`${answer} ${actor}`) > 0),
  };
  const tools = {
    followers,
    followed: () => followed,
    sentFollow: (actor: string) => Promise.resolve(actor === peer ? sent : undefined),
    receive: () => Promise.resolve(void done.push('receive')),
    actors: { get: (identifier: string) => (identifier === 'node' ? {} : undefined) },
    logger: pino({ level: 'silent' }),
  } as unknown as InboxTools;
  return { tools, done };
};

const context = {
  getActorUri: () => new URL(own),
  parseUri: (address: URL | null) => (address?.href === own ? { type: 'actor', identifier: 'node' } : null),
} as unknown as InboxContext<void>;

/** As it comes off the wire: nothing of it is known to be of anybody. */
const received = async <A extends Activity>(
  kind: { fromJsonLd: (json: unknown, options: object) => Promise<A> },
  activity: Activity,
  sender: string,
): Promise<Received<A>> => {
  const json = await activity.toJsonLd({ contextLoader: bundledContexts });
  const options = { contextLoader: bundledContexts, documentLoader: bundledContexts };
  return { context, sender, activity: await kind.fromJsonLd(json, options) };
};

const follow = (changes: { id?: string; actor?: string; object?: string } = {}) =>
  new Follow({
    ...(changes.id === undefined ? {} : { id: new URL(changes.id) }),
    actor: new URL(changes.actor ?? own),
    object: new URL(changes.object ?? peer),
  });

describe('an answer to a follow', () => {
  it.each([
    ['the one that was asked, by address', peer, new URL(sent), [`accepted ${peer}`]],
    ['the one that was asked, in full', peer, follow({ id: sent }), [`accepted ${peer}`]],
    ['the one that was asked, without its address', peer, follow(), [`accepted ${peer}`]],
    ['somebody else', other, follow({ id: sent }), []],
    ['the one that was asked, of something else', peer, new URL(`${own}/follows/2`), []],
    ['the one that was asked, of what another asked', peer, follow({ actor: other }), []],
    ['the one that was asked, of a follow of another', peer, follow({ object: other }), []],
  ])('counts so when it is of %s', async (_, sender, object, expected) => {
    const { tools, done } = openTools();
    const accept = new Accept({ id: new URL(`${sender}/1`), actor: new URL(sender), object });
    await onAnswer(await received(Accept, accept, sender), 'accepted', tools);
    expect(done).toEqual(expected);
  });

  it('may be a refusal', async () => {
    const { tools, done } = openTools();
    const reject = new Reject({ id: new URL(`${peer}/1`), actor: new URL(peer), object: follow({ id: sent }) });
    await onAnswer(await received(Reject, reject, peer), 'rejected', tools);
    expect(done).toEqual([`rejected ${peer}`]);
  });
});

const notice = (sender: string, id: string) =>
  received(
    Update,
    new Update({ id: new URL(`${sender}/1`), actor: new URL(sender), object: new Note({ id: new URL(id) }) }),
    sender,
  );
const noticeOf = async (sender: string, id: string): Promise<Received<Update>> => {
  const { activity } = await notice(sender, id);
  const json = (await activity.toJsonLd({ contextLoader: bundledContexts, format: 'compact' })) as { object: object };
  const changed = { ...json, object: { type: 'Collection', id, updated: '2036-01-01T00:00:00Z' } };
  const options = { contextLoader: bundledContexts, documentLoader: bundledContexts };
  return { context, sender, activity: await Update.fromJsonLd(changed, options) };
};

describe('a notice', () => {
  it('makes the feed of its sender be read, each time that it comes, whatever it says', async () => {
    const { tools, done } = openTools();
    await onUpdate(await noticeOf(peer, feed), tools);
    await onUpdate(await noticeOf(peer, feed), tools);
    expect(done).toEqual(['pull https://peer.example', 'pull https://peer.example']);
  });

  it.each([
    ['of the feed of another', peer, 'https://other.example/feed#stream'],
    ['of a feed at another port', peer, 'https://peer.example:8443/feed#stream'],
    ['of nobody who is followed', other, 'https://other.example/feed#stream'],
    ['of the feed of a peer, by another', other, feed],
  ])('%s does nothing', async (_, sender, id) => {
    const { tools, done } = openTools();
    await onUpdate(await noticeOf(sender, id), tools);
    expect(done).toEqual([]);
  });

  it('that is of a note is for the operator', async () => {
    const { tools, done } = openTools();
    await onUpdate(await notice(peer, 'https://peer.example/notes/1'), tools);
    expect(done).toEqual(['receive']);
  });
});

const undo = (sender: string, object: Activity | URL) =>
  received(Undo, new Undo({ id: new URL(`${sender}/undo`), actor: new URL(sender), object }), sender);

describe('an end', () => {
  const kept = [
    { id: peer, follow: `${peer}/follows/9` },
    { id: other, follow: `${other}/follows/9` },
  ];
  it.each([
    ['their follow', follow({ id: `${peer}/follows/9`, actor: peer, object: own }), [`remove node ${peer}`]],
    ['their follow under another address', follow({ actor: peer, object: own }), [`remove node ${peer}`]],
    ['their follow, by address', new URL(`${peer}/follows/9`), [`remove node ${peer}`]],
    ["somebody else's follow", follow({ id: `${other}/follows/9`, actor: other, object: own }), []],
    ["somebody else's follow, by address", new URL(`${other}/follows/9`), ['receive']],
    ['their follow, that does not say whose it is', new Follow({ object: new URL(own) }), [`remove node ${peer}`]],
    ['something else', new Create({ id: new URL(`${peer}/c`), actor: new URL(peer) }), ['receive']],
  ])('of %s is done so', async (_, object, expected) => {
    const { tools, done } = openTools(kept);
    await onUndo(await undo(peer, object), tools);
    expect(done).toEqual(expected);
  });

  it('of an account takes its follow along, and no other', async () => {
    const { tools, done } = openTools(kept);
    const { Delete } = await import('@fedify/vocab');
    const gone = (object: string) =>
      received(Delete, new Delete({ id: new URL(`${peer}/d`), actor: new URL(peer), object: new URL(object) }), peer);
    await onDelete(await gone(other), tools);
    expect(done).toEqual(['receive']);
    await onDelete(await gone(peer), tools);
    expect(done).toEqual(['receive', `remove node ${peer}`, 'receive']);
  });
});

it.each([
  ['open', undefined, 'accepted'],
  ['ask', undefined, 'asked'],
  ['ask', { state: 'asked' }, 'asked'],
  ['ask', { state: 'accepted' }, 'accepted'],
  ['closed', undefined, 'rejected'],
  ['closed', { state: 'asked' }, 'rejected'],
  ['closed', { state: 'accepted' }, 'accepted'],
] as const)('by the policy %s one that was %j is %s', (policy, before, expected) => {
  expect(decideFollow(policy, before)).toBe(expected);
});
