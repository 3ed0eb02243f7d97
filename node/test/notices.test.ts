import { expect, it } from 'vitest';
import { eventually } from './peers/eventually.ts';
import { type Json, startPlainPeer } from './peers/plain-peer.ts';
import { startSocialNode } from './peers/social-node.ts';

const isNotice = ({ type }: Json): boolean => type === 'Update';
/** A clock that stands until it is turned. */
const standingClock = () => {
  let nowMs = Date.now();
  return { now: () => nowMs, turn: (byMs: number) => void (nowMs += byMs) };
};
const isAnswer = ({ type }: Json): boolean => type === 'Accept';

it('two nodes: one follows, is accepted, hears of a change at once, and unfollows', async () => {
  await using source = await startSocialNode({}, undefined, '127.0.0.2');
  await using reader = await startSocialNode({ pollMinutes: 1_000 });
  await source.change('Eerste');
  await reader.commands.follow({ node: source.origin }, () => {});
  await eventually(async () =>
    expect(await reader.commands.listFollowing()).toMatchObject([{ followState: 'accepted', things: 2 }]),
  );
  expect(await source.commands.listFollowers({ asking: false, limit: 10 })).toMatchObject([
    { id: reader.actor, state: 'accepted', node: { origin: reader.origin, name: 'Winkels in Waterveen' } },
  ]);
  const position = (await source.commands.stats()).position;
  await source.change('Tweede');
  await eventually(async () => {
    const [followed] = await reader.commands.listFollowing();
    expect(followed).toMatchObject({ state: 'current', digest: 'agrees' });
    const found = await (
      await fetch(`${reader.origin}/search?q=tweede`, { headers: { accept: 'application/json' } })
    ).text();
    expect(found).toContain('Tweede');
  });
  expect((await source.commands.stats()).position).toBeGreaterThan(position);
  await reader.commands.unfollow({ node: source.origin });
  await eventually(async () => expect(await source.commands.listFollowers({ asking: false, limit: 10 })).toEqual([]));

  await reader.commands.follow({ node: source.origin }, () => {});
  const block = { domain: '127.0.0.2', severity: 'suspend' as const, rejectMedia: true, rejectReports: true };
  expect(
    await reader.commands.putBlocks({ blocks: [{ ...block, reason: '', obfuscate: false }], more: false }),
  ).toMatchObject({ unfollowed: [source.origin] });
  expect(await reader.commands.listFollowing()).toEqual([]);
});

it('people hear nothing of changes, and nodes of many changes once', async () => {
  const clock = standingClock();
  await using node = await startSocialNode({}, clock);
  await using other = await startPlainPeer({ node: 'Andere Stad' });
  await using person = await startPlainPeer();
  for (const peer of [other, person]) {
    await peer.send(node.inbox, { type: 'Follow', object: node.actor });
    await peer.waitFor(isAnswer);
  }
  for (let number = 0; number < 20; number += 1) await node.change(`Nummer ${number}`);
  // However long that took, between two notices is more time than has passed.
  expect(other.received.filter(isNotice).length).toBeLessThanOrEqual(1);
  clock.turn(1_000);
  await eventually(async () => {
    const { position, epoch } = await node.commands.stats();
    expect(other.received.filter(isNotice).at(-1)?.['id']).toContain(`${epoch}-${position}`);
  });
  expect(other.received.filter(isNotice).length).toBeLessThanOrEqual(2);
  expect(person.received.filter(isNotice)).toEqual([]);
});

it('a notice waits for a peer that is down, also over a restart, and meanwhile no others pile up', async () => {
  const clock = standingClock();
  await using node = await startSocialNode({}, clock);
  await using peer = await startPlainPeer({ node: 'Andere Stad' });
  await using witness = await startPlainPeer({ node: 'Nog een Stad' });
  for (const one of [peer, witness]) {
    await one.send(node.inbox, { type: 'Follow', object: node.actor });
    await one.waitFor(isAnswer);
  }
  peer.inboxStatus = 503;
  clock.turn(1_000);
  await node.change('Een');
  const follower = async () =>
    (await node.commands.listFollowers({ asking: false, limit: 2 })).find(({ id }) => id === peer.actor);
  await eventually(async () => expect((await follower())?.failingSince).toBeDefined());
  const knocks = peer.knocks.length;
  clock.turn(1_000);
  await node.change('Twee');
  await eventually(() => expect(witness.received.filter(isNotice)).toHaveLength(2));
  expect(peer.knocks).toHaveLength(knocks);
  peer.inboxStatus = undefined;
  clock.turn(60_000);
  await node.restart();
  await peer.waitFor(isNotice);
  await eventually(async () => expect((await follower())?.failingSince).toBeUndefined());
});

it('two nodes that show themselves only to who signs find each other all the same', async () => {
  await using source = await startSocialNode({ authorisedFetch: true });
  await using reader = await startSocialNode({ authorisedFetch: true });
  await source.change('Eerste');
  await reader.commands.follow({ node: source.origin }, () => {});
  await eventually(async () =>
    expect(await reader.commands.listFollowing()).toMatchObject([{ followState: 'accepted' }]),
  );
  expect(await source.commands.listFollowers({ asking: false, limit: 10 })).toMatchObject([
    { id: reader.actor, node: { origin: reader.origin } },
  ]);
});
