import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { createSentFollows } from '../courier/sent-follows.ts';
import type { FollowCourier } from './follow-courier.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';
import { farewellLimits } from './limits.ts';

/** A node that follows a peer with an actor, and a courier that keeps what it sent, as the real one does. */
const followed = async () => {
  const peer = await startPeer('a');
  const actor = `${peer.origin}/actors/node`;
  peer.description = (description) => ({ ...description, actor });
  const state = { said: [] as string[], fails: false, gate: undefined as Promise<void> | undefined };
  let test: FollowingInTest | undefined;
  const sent = () => createSentFollows((test ?? expect.fail('closed')).tables);
  const courier: FollowCourier = {
    resolveHandle: () => Promise.resolve(undefined),
    async follow(asked) {
      state.said.push('asked');
      await sent().put(asked.actor ?? '', { id: `${actor}/${state.said.length}`, inbox: `${actor}/inbox` });
    },
    async unfollow(asked) {
      await state.gate;
      if (state.fails) throw new Error('the disk is full');
      const follow = await sent().get(asked.actor ?? '');
      if (follow === undefined) return;
      state.said.push('taken back');
      await sent().remove(asked.actor ?? '');
    },
  };
  const more = { courier: () => courier };
  test = await FollowingInTest.make(openReplica, more);
  await test.following.start();
  await test.following.add(peer.origin);
  await test.following.wake();
  return { peer, test, actor, state, restart: () => test.restart(more) };
};

describe('a peer that is unfollowed', () => {
  it('is told after a restart when the process ended before that, and once', async () => {
    const { peer, test, state, restart } = await followed();
    state.fails = true;
    await test.following.remove(peer.origin);
    await restart();
    state.fails = false;
    await test.following.start();
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'taken back']);
    await restart();
    await test.following.start();
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'taken back']);
  });

  it('is told a while later when it could not be told at once', async () => {
    const { peer, test, state } = await followed();
    state.fails = true;
    await test.following.remove(peer.origin);
    state.fails = false;
    await test.pass(farewellLimits.againMs - 1);
    expect(state.said).toEqual(['asked']);
    await test.pass(1);
    expect(state.said).toEqual(['asked', 'taken back']);
  });

  it('and followed again meanwhile is not told any more', async () => {
    const { peer, test, state, restart } = await followed();
    state.fails = true;
    await test.following.remove(peer.origin);
    await test.following.add(peer.origin);
    await test.following.wake();
    state.fails = false;
    await restart();
    await test.following.start();
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'asked']);
  });

  it('is asked anew only when it has been told', async () => {
    const { peer, test, state, restart, actor } = await followed();
    state.fails = true;
    await test.following.remove(peer.origin);
    await restart();
    state.fails = false;
    const gate = Promise.withResolvers<void>();
    state.gate = gate.promise;
    await test.following.start();
    await test.following.add(peer.origin);
    // Time for what is not to happen: a question is written to the disk before it goes.
    await test.tables.write([{ table: 'profile', key: 'a', value: undefined }], true);
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(state.said).toEqual(['asked']);
    gate.resolve();
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'taken back', 'asked']);
    expect(await createSentFollows(test.tables).get(actor)).toBeDefined();
  });

  it('stays followed when it names another actor, whose old one is told', async () => {
    const { peer, test, state, restart } = await followed();
    peer.description = (description) => ({ ...description, actor: `${peer.origin}/actors/other` });
    await test.following.pull(undefined);
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'asked']);
    await restart();
    await test.following.start();
    await test.following.wake();
    expect(state.said).toEqual(['asked', 'asked', 'taken back']);
  });
});
