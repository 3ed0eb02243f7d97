import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import type { FollowState } from '../../model/followed-node.ts';
import { followingLimits } from '../limits.ts';
import type { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { mustAsk } from './ask-for-notices.ts';
import type { FollowCourier } from './follow-courier.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';

const { answerMsMax, askAgainMs, unheardMax } = followingLimits;
const minuteMs = 60_000;

describe('a peer is asked for notices', () => {
  it.each<[boolean, FollowState, number, number]>([
    [true, 'pulling', 0, 0],
    [false, 'requested', answerMsMax - 1, unheardMax],
    [true, 'requested', answerMsMax, 0],
    [false, 'accepted', answerMsMax, unheardMax - 1],
    [false, 'accepted', askAgainMs - 1, unheardMax],
    [true, 'accepted', askAgainMs, unheardMax],
    [false, 'rejected', answerMsMax, unheardMax],
  ])('%s: %s for %i ms, with %i polls that found what it had not told', (asks, followState, passed, unheard) => {
    const peer = {
      origin: 'https://a.example',
      name: 'a',
      sinceMs: 0,
      followState,
      askedAtMs: 1_000,
      unheard,
      nextPullAtMs: 0,
      clearedAtMs: 0,
    };
    expect(mustAsk({ ...peer, actor: 'https://a.example/actors/node' }, 1_000 + passed, followingLimits)).toBe(asks);
    expect(mustAsk(peer, 1_000 + passed, followingLimits)).toBe(false);
  });
});

/** A courier that says what it sent. */
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

const followed = async () => {
  const peer = await startPeer('a');
  const actor = withActor(peer);
  const { sent, courier } = couriered();
  const test = await FollowingInTest.make(openReplica, { courier });
  await test.following.start();
  await test.following.add(peer.origin);
  await test.following.wake();
  let changes = 0;
  return {
    peer,
    test,
    actor,
    sent,
    restart: () => test.restart({ courier }),
    asked: () => sent.length,
    change: () => peer.put(['a', `changed ${(changes += 1)}`]),
  };
};

describe('a peer with an actor', () => {
  it('is asked once, and what it answers is kept', async () => {
    const { peer, test, actor, sent, restart } = await followed();
    await test.pass(6 * minuteMs);
    expect(sent).toEqual([`follow ${actor}`]);
    expect(await test.following.list()).toMatchObject([{ actor, followState: 'requested' }]);
    expect(await test.following.answered('http://a.example/actors/node', 'accepted')).toBe(false);
    expect(await test.following.answered(actor, 'accepted')).toBe(true);
    await restart();
    await test.following.start();
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([{ followState: 'accepted' }]);
    await test.following.remove(peer.origin);
    expect(sent).toEqual([`follow ${actor}`, `unfollow ${actor}`]);
  });

  it('is asked when it has an actor at last, and again when asking failed', async () => {
    const peer = await startPeer('a');
    let fails = true;
    const { sent, courier } = couriered({
      follow: ({ actor }) => (fails ? Promise.reject(new Error('full')) : Promise.resolve(void sent.push(`${actor}`))),
    });
    const test = await FollowingInTest.make(openReplica, { courier });
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

describe('a peer that was asked', () => {
  it('and does not answer is asked again after a day', async () => {
    const { test, asked } = await followed();
    await test.pass(answerMsMax - minuteMs);
    expect(asked()).toBe(1);
    await test.pass(6 * minuteMs);
    expect(asked()).toBe(2);
  });

  it('and then sends no notices, though there is news, is asked again', async () => {
    const { test, actor, asked, change } = await followed();
    await test.following.answered(actor, 'accepted');
    await test.pass(askAgainMs);
    for (let poll = 0; poll < unheardMax; poll += 1) {
      expect(asked()).toBe(1);
      change();
      await test.pass(6 * minuteMs);
    }
    expect(asked()).toBe(2);
  });

  it('and sends notices is not, though a poll may be faster', async () => {
    const { peer, test, actor, asked, change } = await followed();
    await test.following.answered(actor, 'accepted');
    await test.pass(askAgainMs);
    for (let poll = 0; poll < 3 * unheardMax; poll += 1) {
      change();
      await test.pass(6 * minuteMs);
      test.following.pullNow(peer.origin);
      await test.pass(minuteMs);
    }
    expect(asked()).toBe(1);
  });
});
