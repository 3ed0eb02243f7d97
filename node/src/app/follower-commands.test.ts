import { describe, expect, it } from 'vitest';
import type { Follower } from '../federation/followers/follower.ts';
import { openFollowers } from '../federation/followers/open-followers.ts';
import { actorList, nodeActor, shopActor } from '../federation/posts/posts.test-helper.ts';
import { openFederationStore } from '../federation/store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../federation/store/store.fixture.ts';
import { createFollowerCommands } from './follower-commands.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

const origin = 'https://waterveen.example';
const bob = 'https://social.example/users/bob';
const shop = '@fietsen-jansen@waterveen.example';

const bobAs = (state: Follower['state']): Follower => ({
  id: bob,
  inbox: `${bob}/inbox`,
  sharedInbox: undefined,
  follow: `${bob}/follows/1`,
  state,
  node: undefined,
  handle: 'bob@social.example',
  since: '2026-11-01T00:00:00Z',
  failingSince: undefined,
});

/** A node with two actors, and what bob has asked them for. */
const openCommands = async (states: Readonly<Record<string, Follower['state']>>) => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await scratchFolder());
  const store = opened.use(await openFederationStore(`${folder.path}/store`, { clock: new HandClock() }));
  const followers = await openFollowers(store.tables);
  for (const [identifier, state] of Object.entries(states)) await followers.put(identifier, bobAs(state));
  const told: string[] = [];
  const activityPub = {
    actors: actorList([nodeActor, shopActor, { ...shopActor, identifier: 'lisboa', username: 'lisboa' }]),
    followers,
    get: async () => ({
      answerFollower: async (identifier: string, _follower: Follower, answer: string) => {
        told.push(`${answer} ${identifier}`);
      },
    }),
  } as unknown as NodeActivityPub;
  const log = { get: () => Promise.resolve(undefined) };
  const owners = opened.move();
  return {
    commands: createFollowerCommands({ activityPub, log, settings: { origin } }),
    told,
    states: async () => {
      const kept = await Promise.all(['node', 'jansen', 'lisboa'].map((one) => followers.get(one, bob)));
      return kept.map((follower) => follower?.state);
    },
    [Symbol.asyncDispose]: () => owners.disposeAsync(),
  };
};

const mixed = { node: 'accepted', jansen: 'asked', lisboa: 'asked' } as const;

describe('who asks to follow', () => {
  it('is rejected only where they ask', async () => {
    await using node = await openCommands(mixed);
    await node.commands.tendFollower({ follower: '@Bob@social.example', action: 'reject' });
    expect(await node.states()).toEqual(['accepted', undefined, undefined]);
    expect(node.told).toEqual(['rejected jansen', 'rejected lisboa']);
    await expect(node.commands.tendFollower({ follower: bob, action: 'reject' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('followers remove'),
    });
  });

  it.each(['jansen', '@fietsen-jansen', shop, '/places/jansen'])('is answered for %s alone', async (place) => {
    await using node = await openCommands(mixed);
    expect(await node.commands.tendFollower({ follower: bob, action: 'accept', place })).toMatchObject([
      { follows: shop, state: 'accepted' },
    ]);
    expect(await node.states()).toEqual(['accepted', 'accepted', 'asked']);
    expect(node.told).toEqual(['accepted jansen']);
  });
});

describe('who follows', () => {
  it('is taken away from one place, or from all', async () => {
    await using node = await openCommands({ ...mixed, jansen: 'accepted' });
    await node.commands.tendFollower({ follower: bob, action: 'remove', place: 'jansen' });
    expect(await node.states()).toEqual(['accepted', undefined, 'asked']);
    await node.commands.tendFollower({ follower: bob, action: 'remove' });
    expect(await node.states()).toEqual([undefined, undefined, undefined]);
  });

  it('is sought at a place that is there', async () => {
    await using node = await openCommands(mixed);
    const nowhere = { follower: bob, action: 'accept', place: 'nergens' } as const;
    await expect(node.commands.tendFollower(nowhere)).rejects.toMatchObject({ code: 'not-found' });
    expect(node.told).toEqual([]);
  });
});
