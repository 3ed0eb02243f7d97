import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { patience } from '../../model/patience.test-helper.ts';
import { followingLimits } from '../limits.ts';
import type { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { loopbackFetcher } from '../replica/test-peer.test-helper.ts';
import type { FollowingOptions } from './create-following.ts';
import { endingWithTest, FollowingInTest, startPeer } from './following.test-helper.ts';

/** Following with one place a lane, and nobody who gives up on a peer. */
const make = async (more: Partial<FollowingOptions> = {}): Promise<FollowingInTest> => {
  const fetcher = endingWithTest(loopbackFetcher({ stallMs: 3 * patience.timeout }));
  return FollowingInTest.make(openReplica, { fetcher, limits: { pullsAtOnce: 1, lookMs: 5 }, ...more });
};
/** Its feed never comes. */
const stall = (peer: ScriptedPeer): void => {
  peer.asked.length = 0;
  peer.page = (page) => page;
  peer.spoil = (path) => (path.startsWith('/feed') ? { body: '{', stalls: true } : undefined);
};
const isHeld = async (peer: ScriptedPeer): Promise<void> => {
  await expect.poll(() => peer.asked.some((path) => path.startsWith('/feed')), patience).toBe(true);
};
const hourMs = 3_600_000;

describe('a feed that takes long', () => {
  it.each([
    [0, 1],
    [1, 2],
  ])('leaves its place when its time is up, and is read on: %s ms past it in %s pulls', async (past, pulls) => {
    const peer = await startPeer('a', 'b', 'c');
    peer.pageSize = 1;
    const test = await make();
    let pages = 0;
    peer.page = (page) => {
      pages += 1;
      // The second page uses up what the first one left; the next is asked for while it is written.
      if (pages === 2) test.clock.turn(followingLimits.pullMs - 1 + past);
      return page;
    };
    expect(await test.following.add(peer.origin)).toMatchObject({ state: 'current', things: 3, digest: 'agrees' });
    expect(peer.asked.filter((path) => path === '/.well-known/openstraat')).toHaveLength(pulls + 1);
  });

  it('keeps waiting neither those that are quick nor a person', async () => {
    const [slow, quick, asked] = [await startPeer('a'), await startPeer('b'), await startPeer('c')];
    const test = await make();
    await test.following.start();
    slow.page = (page) => {
      test.clock.turn(followingLimits.slowPullMs);
      return page;
    };
    for (const { origin } of [slow, quick]) await test.following.add(origin);
    stall(slow);
    quick.put(['d', 'd']);
    test.clock.turn(hourMs);
    await isHeld(slow);
    await expect.poll(async () => (await test.names())[quick.origin], patience).toEqual(['b', 'd']);

    const lastPulls = async () => (await test.following.list()).map(({ lastPull }) => lastPull);
    await expect.poll(lastPulls, patience).toContain(new Date(test.clock.now()).toISOString());
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));

    // Now the quick ones' place is taken too.
    stall(quick);
    test.clock.turn(hourMs);
    await isHeld(quick);
    expect(await test.following.add(asked.origin)).toMatchObject({ state: 'current', things: 1 });
    // Nor does it keep itself from being let go of.
    for (const { origin } of [slow, quick]) await test.following.remove(origin);
    expect(await test.replicas.stored()).toEqual([asked.origin]);
  });

  it('just within its time is a quick one', async () => {
    const [first, second] = [await startPeer('a'), await startPeer('b')];
    const test = await make();
    await test.following.start();
    for (const peer of [first, second]) {
      let isFirst = true;
      peer.page = (page) => {
        if (isFirst) test.clock.turn(followingLimits.slowPullMs - 1);
        isFirst = false;
        return page;
      };
      await test.following.add(peer.origin);
      stall(peer);
    }
    test.clock.turn(hourMs);
    await expect.poll(() => first.asked.length + second.asked.length, patience).toBe(2);
    // One place for both.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([first, second].filter(({ asked }) => asked.length > 0)).toHaveLength(1);
  });
});

describe('a feed that somebody reads already', () => {
  it('is not read twice at once, and who waits for it no longer leaves their place to others', async () => {
    const [peer, other] = [await startPeer('a'), await startPeer('b')];
    const test = await make({ limits: { pullsAtOnce: 2, lookMs: 5 } });
    await test.following.add(peer.origin);
    stall(peer);
    const reading = test.following.pull(peer.origin);
    await isHeld(peer);
    const stop = new AbortController();
    const phases: string[] = [];
    const waiting = test.following.pull(peer.origin, {
      signal: stop.signal,
      onProgress: ({ phase }) => phases.push(phase),
    });
    await expect.poll(() => phases, patience).toContain('waiting');
    expect(peer.asked.filter((path) => path.startsWith('/feed'))).toHaveLength(1);
    stop.abort();
    await waiting;
    expect(await test.following.add(other.origin)).toMatchObject({ state: 'current' });
    await test.following.remove(peer.origin);
    expect(await reading).toEqual([]);
  });
});

describe('a person who waits for others', () => {
  it('is told so, and can stop it', async () => {
    const [first, second] = [await startPeer('a'), await startPeer('b')];
    stall(first);
    const test = await make();
    await test.following.start();
    const adding = test.following.add(first.origin).catch((error: unknown) => error);
    await isHeld(first);
    const stop = new AbortController();
    const phases: string[] = [];
    const followed = await test.following.add(second.origin, {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        phases.push(phase);
        stop.abort();
      },
    });
    expect(phases).toEqual(['waiting']);
    expect(followed).toMatchObject({ state: 'new', things: 0 });
    await test.following.remove(first.origin);
    expect(await adding).toMatchObject({ code: 'peer-unknown' });
  });

  it('does not keep the peer from being unfollowed', async () => {
    const [first, second] = [await startPeer('a'), await startPeer('b')];
    stall(first);
    const test = await make();
    await test.following.start();
    const adding = [first, second].map(({ origin }) => test.following.add(origin).catch((error: unknown) => error));
    await isHeld(first);
    await expect.poll(() => test.following.logs().length, patience).toBe(2);
    for (const { origin } of [second, first]) await test.following.remove(origin);
    for (const one of adding) expect(await one).toMatchObject({ code: 'peer-unknown' });
    expect(await test.following.list()).toEqual([]);
  });

  it('is held by no peer that is slow to be asked for notices', async () => {
    const peer = await startPeer('a');
    peer.description = (description) => ({ ...description, actor: `${peer.origin}/actors/node` });
    const said: string[] = [];
    const test = await make({
      courier: () => ({
        resolveHandle: () => Promise.resolve(undefined),
        follow: (_peer, signal) =>
          new Promise((resolve) => {
            said.push('asked');
            signal.addEventListener('abort', () => resolve(void said.push('let go')), { once: true });
          }),
        unfollow: () => Promise.resolve(void said.push('taken back')),
      }),
    });
    await test.following.start();
    expect(await test.following.add(peer.origin)).toMatchObject({ state: 'current' });
    await expect.poll(() => said, patience).toEqual(['asked']);
    await test.following.remove(peer.origin);
    expect(said).toEqual(['asked', 'let go', 'taken back']);
  });
});

describe('a feed that is due', () => {
  it('is read beside so many others, and waits where there is one more', async () => {
    const peers = [await startPeer('a'), await startPeer('b'), await startPeer('c')];
    const fetcher = endingWithTest(loopbackFetcher());
    let gate: PromiseWithResolvers<void> | undefined;
    const held: string[] = [];
    const get: typeof fetcher.get = async (...asking) => {
      if (gate !== undefined) held.push(asking[0]);
      await gate?.promise;
      return fetcher.get(...asking);
    };
    const test = await make({ limits: { pullsAtOnce: 2 }, fetcher: { get } });
    for (const { origin } of peers) await test.following.add(origin);
    await test.following.start();
    for (const peer of peers) peer.asked.length = 0;
    gate = Promise.withResolvers();
    test.clock.turn(hourMs);
    const waking = test.following.wake();
    while (held.length < 2) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const atOnce = held.length;
    gate.resolve();
    gate = undefined;
    await waking;
    expect(atOnce).toBe(2);
    expect(peers.filter(({ asked }) => asked.length > 0)).toHaveLength(3);
  });
});
