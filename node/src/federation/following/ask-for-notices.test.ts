import { afterEach, describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import type { FollowState } from '../../model/followed-node.ts';
import { followingLimits } from '../limits.ts';
import { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { mustAsk } from './ask-for-notices.ts';
import { FollowingInTest } from './following.test-helper.ts';

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

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

const followed = async () => {
  const peer = await ScriptedPeer.start();
  const actor = `${peer.origin}/actors/node`;
  peer.description = (description) => ({ ...description, actor });
  peer.put(['a', 'a']);
  let asked = 0;
  const courier = () => ({
    resolveHandle: () => Promise.resolve(undefined),
    follow: () => Promise.resolve(void (asked += 1)),
    unfollow: () => Promise.resolve(),
  });
  const test = await FollowingInTest.make(openReplica, { courier });
  open.push(peer, test);
  await test.following.start();
  await test.following.add(peer.origin);
  await test.following.wake();
  let changes = 0;
  return {
    peer,
    test,
    actor,
    asked: () => asked,
    change: () => peer.put(['a', `changed ${(changes += 1)}`]),
  };
};

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
