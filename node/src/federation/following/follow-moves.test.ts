import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { followingLimits } from '../limits.ts';
import type { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import type { FollowedPeer } from './followed-peer.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';

const minuteMs = 60_000;

/** What the description of a peer says besides. */
const says = (peer: ScriptedPeer, more: Readonly<Record<string, unknown>>): void => {
  peer.description = (description) => ({ ...description, ...more });
};
/** Everything of it is a tombstone that points on, as it is where a node has moved. */
const leave = (peer: ScriptedPeer, to: string): void => {
  peer.put(...peer.entries.map(({ id }) => [id.slice('/sources/'.length)] as const));
  peer.page = (page) => ({
    ...page,
    items: (page['items'] as readonly Readonly<Record<string, unknown>>[]).map((item) => ({
      ...item,
      movedTo: to + new URL(String(item['id'])).pathname,
    })),
  });
};
const move = (from: ScriptedPeer, to: ScriptedPeer): void => {
  says(from, { movedTo: `${to.origin}/` });
  says(to, { alsoKnownAs: [`${from.origin}/`] });
  leave(from, to.origin);
};

const isDescription = (path: string): boolean => path.startsWith('/.well-known/');

/** Following, with every state of what is shown. */
const follow = async (peer: ScriptedPeer) => {
  const seen = new Set<string>();
  const test = await FollowingInTest.make(openReplica, {
    courier: () => ({
      resolveHandle: () => Promise.resolve(undefined),
      follow: ({ origin }: FollowedPeer) => Promise.resolve(void asked.push(`follow ${origin}`)),
      unfollow: ({ actor }) => Promise.resolve(void asked.push(`unfollow ${actor}`)),
    }),
    onChange: async () => void seen.add(JSON.stringify(await test.names())),
  });
  const asked: string[] = [];
  await test.following.start();
  await test.following.add(peer.origin);
  seen.clear();
  return { test, asked, seen };
};
const shown = async (test: FollowingInTest): Promise<readonly string[]> => Object.values(await test.names()).flat();

describe('a followed node that moves', () => {
  it('is followed where it lives on, and nothing is missing in between', async () => {
    const [old, there] = [await startPeer('a', 'b', 'c', 'd'), await startPeer('a', 'b', 'c', 'd')];
    const { test, seen } = await follow(old);
    move(old, there);
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([
      { origin: there.origin, movedFrom: old.origin, state: 'current', things: 4 },
    ]);
    const names = ['a', 'b', 'c', 'd'];
    expect([...seen].map((text) => JSON.parse(text) as unknown)).toEqual([
      { [old.origin]: names, [there.origin]: names },
      { [there.origin]: names },
    ]);
    expect(await test.replicas.stored()).toEqual([there.origin]);
    there.put(['e', 'e']);
    await test.pass(6 * minuteMs);
    expect(await shown(test)).toHaveLength(5);
  });

  it('asks the new one for notices, and the old one for none any more', async () => {
    const [old, there] = [await startPeer('a'), await startPeer('a')];
    for (const peer of [old, there]) says(peer, { actor: `${peer.origin}/actors/node` });
    const { test, asked } = await follow(old);
    says(old, { actor: `${old.origin}/actors/node`, movedTo: `${there.origin}/` });
    says(there, { actor: `${there.origin}/actors/node`, alsoKnownAs: [`${old.origin}/`] });
    await test.pass(6 * minuteMs);
    expect(asked).toEqual([`follow ${old.origin}`, `follow ${there.origin}`, `unfollow ${old.origin}/actors/node`]);
  });

  it('keeps what it has when it leaves while its description still counts as fresh', async () => {
    const [old, there] = [await startPeer('a', 'b'), await startPeer('a', 'b', 'c')];
    old.spoil = (path) => (isDescription(path) ? { headers: { 'cache-control': 'max-age=3600' } } : undefined);
    there.spoil = () => ({ status: 502 });
    const { test } = await follow(old);
    move(old, there);
    old.asked.length = 0;
    await test.pass(6 * minuteMs);
    // Things that point elsewhere made it ask.
    expect(old.asked.findIndex(isDescription)).toBeGreaterThan(old.asked.findIndex((path) => path.startsWith('/feed')));
    expect(await shown(test)).toEqual(['a', 'b']);
    expect(await test.following.list()).toMatchObject([{ origin: old.origin, state: 'moved', things: 2 }]);
    there.spoil = () => undefined;
    await test.pass(6 * minuteMs);
    expect(await shown(test)).toEqual(['a', 'b', 'c']);
  });

  it('counts as no move when the new one does not say so too', async () => {
    const [old, other] = [await startPeer('a', 'b'), await startPeer('x')];
    const { test } = await follow(old);
    move(old, other);
    says(other, { alsoKnownAs: ['https://elsewhere.example/'] });
    await test.pass(6 * minuteMs);
    // What it says of its own things it may say.
    expect(await test.following.list()).toMatchObject([{ origin: old.origin, state: 'current', things: 0 }]);
    expect(other.asked.filter((path) => path.startsWith('/feed'))).toEqual([]);
  });

  it.each([
    ['nowhere', 'https://elsewhere.example/places/a'],
    ['to this node', 'http://127.0.0.1:1/'],
  ])('counts as no move when it leads %s', async (_, movedTo) => {
    const old = await startPeer('a');
    const { test } = await follow(old);
    says(old, { movedTo });
    old.put(['b', 'b']);
    await test.pass(6 * minuteMs);
    expect(await shown(test)).toEqual(['a', 'b']);
  });

  it('is kept as it was while the new one cannot be read, and not for ever', async () => {
    const [old, there] = [await startPeer('a'), await startPeer('a')];
    const { test } = await follow(old);
    move(old, there);
    there.spoil = (path) => (path.startsWith('/feed') ? { status: 500 } : undefined);
    await test.pass(6 * minuteMs);
    await test.pass(followingLimits.leavingMsMax - 1);
    expect(await test.names()).toEqual({ [old.origin]: ['a'] });
    const followed = await test.following.list();
    expect(new Map(followed.map(({ origin, movedTo }) => [origin, movedTo]))).toEqual(
      new Map([
        [old.origin, there.origin],
        [there.origin, undefined],
      ]),
    );
    await test.pass(1);
    expect(await test.names()).toEqual({ [there.origin]: [] });
  });

  it('goes on where the process ended in the middle of it', async () => {
    const [old, there] = [await startPeer('a'), await startPeer('a')];
    const { test } = await follow(old);
    move(old, there);
    there.spoil = (path) => (path.startsWith('/feed') ? { status: 500 } : undefined);
    await test.pass(6 * minuteMs);
    await test.restart();
    await test.following.start();
    expect(await test.names()).toEqual({ [old.origin]: ['a'] });
    there.spoil = () => undefined;
    await test.pass(60 * minuteMs);
    expect(await test.names()).toEqual({ [there.origin]: ['a'] });
    expect(await test.replicas.stored()).toEqual([there.origin]);
  });

  it('comes back when it takes its move back', async () => {
    const [old, there] = [await startPeer('a'), await startPeer('a')];
    const { test } = await follow(old);
    says(old, { movedTo: `${there.origin}/` });
    says(there, { alsoKnownAs: [`${old.origin}/`] });
    there.spoil = (path) => (path.startsWith('/feed') ? { status: 500 } : undefined);
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toHaveLength(2);
    says(old, {});
    old.put(['b', 'b']);
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([{ origin: old.origin, state: 'current', things: 2 }]);
    expect(await test.replicas.stored()).toEqual([old.origin]);
  });

  it('is followed to its end when it moves twice, and let go of as a whole', async () => {
    const [first, second, third] = [await startPeer('a'), await startPeer('a'), await startPeer('a')];
    const { test } = await follow(first);
    move(first, second);
    says(second, { alsoKnownAs: [`${first.origin}/`], movedTo: `${third.origin}/` });
    leave(second, third.origin);
    says(third, { alsoKnownAs: [`${second.origin}/`] });
    third.spoil = (path) => (path.startsWith('/feed') ? { status: 500 } : undefined);
    await test.pass(6 * minuteMs);
    expect(await test.names()).toEqual({ [first.origin]: ['a'] });
    third.spoil = () => undefined;
    await test.pass(60 * minuteMs);
    expect(await test.names()).toEqual({ [third.origin]: ['a'] });
    expect(await test.following.list()).toHaveLength(1);
  });

  it('is let go of as a whole, whichever end is named', async () => {
    for (const end of [0, 1]) {
      const [old, there] = [await startPeer('a'), await startPeer('a')];
      const { test } = await follow(old);
      move(old, there);
      there.spoil = (path) => (path.startsWith('/feed') ? { status: 500 } : undefined);
      await test.pass(6 * minuteMs);
      await test.following.remove([old, there][end]?.origin ?? '');
      await test.pass(6 * minuteMs);
      expect(await test.following.list()).toEqual([]);
      expect(await test.replicas.stored()).toEqual([]);
    }
  });

  it('is followed at once where it lives on, when its old address is named', async () => {
    const [old, there] = [await startPeer('a'), await startPeer('a', 'b')];
    move(old, there);
    // It takes the place that the old one has.
    const test = await FollowingInTest.make(openReplica, { limits: { peersMax: 1 } });
    expect(await test.following.add(old.origin)).toMatchObject({ origin: there.origin, things: 2, state: 'current' });
    expect(await test.following.list()).toHaveLength(1);
  });
});
