import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { followingLimits } from '../limits.ts';
import { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { loopbackFetcher } from '../replica/test-peer.test-helper.ts';
import type { FollowingOptions } from './create-following.ts';
import type { FollowCourier } from './follow-courier.ts';
import { FollowingInTest } from './following.test-helper.ts';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const startPeer = async (...names: readonly string[]): Promise<ScriptedPeer> => {
  const peer = await ScriptedPeer.start();
  open.push(peer);
  peer.put(...names.map((name) => [name, name] as const));
  return peer;
};
const make = async (more: Partial<FollowingOptions> = {}): Promise<FollowingInTest> => {
  const made = await FollowingInTest.make(openReplica, more);
  open.push(made);
  return made;
};
/** What asks the description, and what asks the feed. */
const feedsAsked = (peer: ScriptedPeer): number => peer.asked.filter((path) => path.startsWith('/feed')).length;

describe('a node that is followed', () => {
  it('is read whole, kept up, and there again after a restart', async () => {
    const peer = await startPeer('a', 'b', 'c', 'd');
    const test = await make();
    await test.following.start();
    const phases: string[] = [];
    const followed = await test.following.add(peer.origin, { onProgress: ({ phase }) => phases.push(phase) });
    expect(followed).toMatchObject({
      origin: peer.origin,
      state: 'current',
      things: 4,
      leftOut: 0,
      digest: 'agrees',
      followState: 'pulling',
    });
    expect(phases).toContain('walking');
    expect(test.following.nameOf(peer.origin)).toBe(followed.name);

    peer.put(['a', 'changed'], ['b']);
    await test.pass(4 * minuteMs);
    expect((await test.names())[peer.origin]).toEqual(['a', 'b', 'c', 'd']);
    await test.pass(2 * minuteMs);
    expect((await test.names())[peer.origin]).toEqual(['c', 'changed', 'd']);

    await test.restart();
    expect(await test.following.list()).toMatchObject([{ origin: peer.origin, things: 3, digest: 'agrees' }]);
    await test.following.start();
    expect(test.following.logs().map(({ origin }) => origin)).toEqual([peer.origin]);
    peer.put(['e', 'e']);
    await test.pass(6 * minuteMs);
    expect((await test.names())[peer.origin]).toEqual(['c', 'changed', 'd', 'e']);
  });

  it('is followed once, however it is called', async () => {
    const peer = await startPeer('a');
    const test = await make();
    const host = new URL(peer.origin).host;
    await test.following.add(peer.origin);
    const { since } = await test.following.add(`${peer.origin}/places/a`);
    test.clock.turn(hourMs);
    peer.put(['b', 'b']);
    expect(await test.following.add(host)).toMatchObject({ since, things: 2 });
    expect(await test.following.list()).toHaveLength(1);
  });

  it('goes with all that it brought, also where the process ended in the middle of that', async () => {
    const [one, two] = [await startPeer('a'), await startPeer('b')];
    const test = await make();
    await test.following.start();
    await test.following.add(one.origin);
    await test.following.add(two.origin);
    expect(await test.following.remove(new URL(one.origin).host)).toMatchObject({ origin: one.origin, things: 1 });
    expect(Object.keys(await test.names())).toEqual([two.origin]);
    expect(await test.replicas.stored()).toEqual([two.origin]);
    await expect(test.following.remove(one.origin)).rejects.toMatchObject({ code: 'peer-unknown' });
    expect(test.following.pullNow(one.origin)).toBe(false);

    // A replica that nobody follows is what such an end leaves.
    await test.replicas.open(one.origin);
    await test.restart();
    expect(await test.replicas.stored()).toHaveLength(2);
    await test.following.start();
    expect(await readdir(test.replicaFolder)).toHaveLength(1);
    // Followed anew, it begins from nothing.
    expect(await test.following.add(one.origin)).toMatchObject({ things: 1, state: 'current' });
  });

  it('is closed only when projections have let go of it, whatever they read at that time', async () => {
    const peer = await startPeer('a', 'b');
    const order: string[] = [];
    const test = await make({
      onChange: async () => {
        order.push(`logs ${test.following.logs().length}, stored ${(await readdir(test.replicaFolder)).length}`);
      },
    });
    await test.following.start();
    await test.following.add(peer.origin);
    const [log] = test.following.logs();
    if (log === undefined) throw new Error('no log');
    const walk = log.entries()[Symbol.asyncIterator]();
    await walk.next();
    order.length = 0;
    const removing = test.following.remove(peer.origin);
    // In the middle of the removal it still can be read, and never fails otherwise than as a log that ends.
    while (order.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual(['logs 0, stored 1']);
    await walk.return?.();
    await removing;
    expect(await log.get('/sources/a')).toBeUndefined();
    expect(await test.replicas.stored()).toEqual([]);
  });

  it('is one of so many, and not one more', async () => {
    const [one, two, three] = [await startPeer('a'), await startPeer('b'), await startPeer('c')];
    const test = await make({ limits: { peersMax: 2 } });
    await test.following.add(one.origin);
    await test.following.add(two.origin);
    await expect(test.following.add(three.origin)).rejects.toMatchObject({ code: 'limit-exceeded' });
    expect(await test.following.add(one.origin)).toMatchObject({ state: 'current' });
    await test.following.remove(two.origin);
    expect(await test.following.add(three.origin)).toMatchObject({ things: 1 });
  });

  it('is read beside so many others, and waits where there is one more', async () => {
    const peers = [await startPeer('a'), await startPeer('b'), await startPeer('c')];
    const fetcher = loopbackFetcher();
    open.push(fetcher);
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
    test.clock.turn(6 * minuteMs);
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

  it('is shown with what could not be taken, as much of it as is kept', async () => {
    const peer = await startPeer('good');
    const issuesShown = followingLimits.issuesShown;
    const bad = Array.from({ length: issuesShown + 1 }, (_, at) => [`bad${at}`, ''] as const);
    peer.put(...bad.slice(1));
    const test = await make();
    await test.following.start();
    expect(await test.following.add(peer.origin)).toMatchObject({ things: 1, leftOut: issuesShown, digest: 'agrees' });
    expect((await test.following.list())[0]?.issues).toHaveLength(issuesShown);
    peer.put(...bad);
    await test.pass(6 * minuteMs);
    const [followed] = await test.following.list();
    expect(followed).toMatchObject({ leftOut: issuesShown + 1, state: 'current' });
    expect(followed?.issues).toHaveLength(issuesShown);
    expect(followed?.issues[0]).toMatchObject({ path: 'name' });
  });

  it('is not asked before its last answer is over, and a person waits for that only so long', async () => {
    const peer = await startPeer('a');
    peer.spoil = (path, right) =>
      path.startsWith('/feed') ? { body: right, headers: { 'cache-control': 'max-age=11' } } : undefined;
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    await test.pass(6 * minuteMs);
    peer.put(['b', 'b']);
    const { length } = peer.asked;
    expect(followingLimits.freshWaitMsMax).toBe(10_000);
    expect(await test.following.pull(peer.origin)).toMatchObject([{ things: 1, state: 'current' }]);
    expect(peer.asked).toHaveLength(length);
    await test.pass(11_000);
    expect(await test.following.list()).toMatchObject([{ things: 2 }]);
  });

  it('is stopped on the way, and read on by itself', async () => {
    const peer = await startPeer(...Array.from({ length: 9 }, (_, at) => `s${at}`));
    const test = await make();
    const stop = new AbortController();
    const followed = await test.following.add(peer.origin, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(followed).toMatchObject({ state: 'behind', things: 3, digest: 'unknown' });
    await test.following.start();
    await test.following.wake();
    expect(await test.following.list()).toMatchObject([{ state: 'current', things: 9 }]);
  });
});

describe('a replica', () => {
  it('that cannot be written is opened anew, says so once, and goes on where it was', async () => {
    const peer = await startPeer('a', 'b', 'c', 'd');
    const test = await make();
    await test.following.start();
    test.writesToFail = 3;
    expect(await test.following.add(peer.origin)).toMatchObject({
      state: 'failed',
      reason: { code: 'disk-full' },
      things: 0,
    });
    const [before] = test.following.logs();
    expect(before?.failure()).toBeUndefined();
    for (let minute = 0; minute < 6; minute += 1) await test.pass(minuteMs);
    expect(await test.following.list()).toMatchObject([{ state: 'current', things: 4, digest: 'agrees' }]);
    expect(test.following.logs()).toHaveLength(1);
    expect(test.following.logs()[0]).not.toBe(before);
    expect(test.said.filter((said) => said.includes('a replica failed'))).toHaveLength(1);
  });

  it('forgets tombstones when they are as old as the node keeps its own', async () => {
    const peer = await startPeer('a', 'b');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    peer.put(['b']);
    await test.pass(6 * minuteMs);
    const tombstones = (): number | undefined => test.following.logs()[0]?.head().tombstones;
    expect(tombstones()).toBe(1);
    await test.pass(29 * 24 * hourMs);
    expect(tombstones()).toBe(1);
    await test.pass(2 * 24 * hourMs);
    expect(tombstones()).toBe(0);
  });
});

describe('a notice', () => {
  it('leads to a pull, many to few, and one for nothing new to none of the feed’s pages', async () => {
    const peer = await startPeer('a');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    await test.pass(minuteMs);
    peer.put(['b', 'b']);
    const asked = feedsAsked(peer);
    for (let sent = 0; sent < 50; sent += 1) expect(test.following.pullNow(peer.origin)).toBe(true);
    await test.following.wake();
    expect(await test.following.list()).toMatchObject([{ things: 2 }]);
    for (let sent = 0; sent < 50; sent += 1) test.following.pullNow(peer.origin);
    await test.following.wake();
    // Two pages lead to a new head; the others wait until a second is over.
    expect(feedsAsked(peer) - asked).toBeLessThanOrEqual(2);
    await test.pass(1_000);
    // What was noticed does not exist: one look at the head, nothing changes.
    expect(await test.following.list()).toMatchObject([{ things: 2, state: 'current', digest: 'agrees' }]);
    expect(feedsAsked(peer) - asked).toBeLessThanOrEqual(3);
  });

  it('that comes while a pull runs is not lost', async () => {
    const peer = await startPeer('a');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    await test.pass(minuteMs);
    peer.put(['b', 'b']);
    peer.page = (page) => {
      peer.page = (right) => right;
      // Behind the head that is on its way.
      peer.put(['c', 'c']);
      test.following.pullNow(peer.origin);
      return page;
    };
    test.following.pullNow(peer.origin);
    await test.following.wake();
    expect((await test.names())[peer.origin]).toEqual(['a', 'b']);
    await test.pass(1_000);
    expect((await test.names())[peer.origin]).toEqual(['a', 'b', 'c']);
  });

  it('changes nothing for a host that asked to be left alone', async () => {
    const peer = await startPeer('a');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    peer.spoil = (path) => (path.startsWith('/feed') ? { status: 503, headers: { 'retry-after': '3600' } } : undefined);
    await test.pass(6 * minuteMs);
    const { length } = peer.asked;
    peer.spoil = () => undefined;
    for (let minute = 0; minute < 59; minute += 1) {
      test.following.pullNow(peer.origin);
      await test.pass(minuteMs);
    }
    expect(peer.asked).toHaveLength(length);
    expect(await test.following.list()).toMatchObject([{ state: 'failed', reason: { code: 'busy' }, things: 1 }]);
    await test.pass(2 * minuteMs);
    expect(await test.following.list()).toMatchObject([{ state: 'current' }]);
  });
});

const couriered = (more: Partial<FollowCourier> = {}) => {
  const sent: string[] = [];
  const courier: FollowCourier = {
    resolveHandle: () => Promise.resolve(undefined),
    follow: ({ actor }) => Promise.resolve(void sent.push(`follow ${actor}`)),
    unfollow: ({ actor }) => Promise.resolve(void sent.push(`unfollow ${actor}`)),
    ...more,
  };
  return { sent, courier: () => courier };
};
const withActor = (peer: ScriptedPeer): string => {
  const actor = `${peer.origin}/actors/node`;
  peer.description = (description) => ({ ...description, actor });
  return actor;
};

describe('ActivityPub', () => {
  it('asks for notices once, and keeps what was answered', async () => {
    const peer = await startPeer('a');
    const actor = withActor(peer);
    const { sent, courier } = couriered();
    const test = await make({ courier });
    await test.following.start();
    await test.following.add(peer.origin);
    await test.pass(6 * minuteMs);
    expect(sent).toEqual([`follow ${actor}`]);
    expect(await test.following.list()).toMatchObject([{ actor, followState: 'requested' }]);
    expect(await test.following.answered('http://a.example/actors/node', 'accepted')).toBe(false);
    expect(await test.following.answered(actor, 'accepted')).toBe(true);
    await test.restart({ courier });
    await test.following.start();
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([{ followState: 'accepted' }]);
    await test.following.remove(peer.origin);
    expect(sent).toEqual([`follow ${actor}`, `unfollow ${actor}`]);
  });

  it('is asked for by a node that had no actor before, and again when asking failed', async () => {
    const peer = await startPeer('a');
    let fails = true;
    const { sent, courier } = couriered({
      follow: ({ actor }) => (fails ? Promise.reject(new Error('full')) : Promise.resolve(void sent.push(`${actor}`))),
    });
    const test = await make({ courier });
    await test.following.start();
    // The actor of another origin is nobody's to name.
    await test.following.add(peer.origin);
    expect((await test.following.list())[0]).not.toHaveProperty('actor');
    const actor = withActor(peer);
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([{ actor, followState: 'pulling' }]);
    fails = false;
    await test.pass(6 * minuteMs);
    expect(sent).toEqual([actor]);
  });
});
