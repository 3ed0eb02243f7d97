import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { patience } from '../../model/patience.test-helper.ts';
import { followingLimits } from '../limits.ts';
import type { FollowingOptions } from './create-following.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const make = (more?: Partial<FollowingOptions>): Promise<FollowingInTest> => FollowingInTest.make(openReplica, more);

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
    const host = new URL(one.origin).host;
    const [removed, late] = await Promise.allSettled([test.following.remove(host), test.following.remove(host)]);
    expect(removed).toMatchObject({ value: { origin: one.origin, things: 1 } });
    expect(late).toMatchObject({ reason: { code: 'peer-unknown' } });
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
      // It waits for whoever reads it, and not because time was up.
      limits: { letGoMsMax: 3 * patience.timeout },
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
