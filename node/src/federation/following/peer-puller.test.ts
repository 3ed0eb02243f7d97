import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import type { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What asks the description, and what asks the feed. */
const feedsAsked = (peer: ScriptedPeer): number => peer.asked.filter((path) => path.startsWith('/feed')).length;

describe('a replica', () => {
  it('that cannot be written is opened anew, says so once, and goes on where it was', async () => {
    const peer = await startPeer('a', 'b', 'c', 'd');
    const test = await FollowingInTest.make(openReplica);
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
    const test = await FollowingInTest.make(openReplica);
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
    const test = await FollowingInTest.make(openReplica);
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
    const test = await FollowingInTest.make(openReplica);
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
    const test = await FollowingInTest.make(openReplica);
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
