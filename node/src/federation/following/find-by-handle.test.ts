import { expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { followingLimits } from '../limits.ts';
import type { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { FollowingInTest, startPeer } from './following.test-helper.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const text = (value: JsonObject | string): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A node with an actor, as the protocol has it, of which a test can change a part. */
const startTown = async (change: {
  readonly jrd?: (right: JsonObject) => JsonObject | string;
  readonly actor?: (right: JsonObject) => JsonObject | string;
}): Promise<{ readonly peer: ScriptedPeer; readonly handle: string }> => {
  const peer = await startPeer('a');
  const { origin } = peer;
  const actor = `${origin}/actors/node`;
  const handle = `@dorp@${new URL(origin).host}`;
  peer.description = (description) => ({ ...description, actor });
  peer.spoil = (path) => {
    if (path === `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle.slice(1)}`)}`) {
      const right = { links: [{ rel: 'self', type: 'application/activity+json', href: actor }] };
      return { status: 200, body: text(change.jrd?.(right) ?? right) };
    }
    if (path !== '/actors/node') return undefined;
    const link = { type: 'Link', rel: 'describedby', href: `${origin}/.well-known/openstraat` };
    const right = { id: actor, type: 'Application', url: [`${origin}/`, link] };
    return { status: 200, body: text(change.actor?.(right) ?? right) };
  };
  const test = await FollowingInTest.make(openReplica);
  add = (given) => test.following.add(given);
  return { peer, handle };
};
let add: (given: string) => Promise<unknown> = () => Promise.resolve();

it('follows the node behind a handle, by the links of both ends', async () => {
  const { peer, handle } = await startTown({});
  expect(await add(handle)).toMatchObject({ origin: peer.origin, actor: `${peer.origin}/actors/node` });
  expect(peer.asked).toContain('/actors/node');
});

it.each<[string, Parameters<typeof startTown>[0]]>([
  ['that says no more than an address', { actor: ({ id }) => ({ id, url: 'https://elsewhere.example/' }) }],
  ['that only signed requests may read', { actor: () => 'no' }],
  ['that goes by another id', { actor: (right) => ({ ...right, id: 'http://127.0.0.1:9/actors/node' }) }],
  ['that WebFinger does not lead to', { jrd: () => ({ links: [] }) }],
])('takes an actor %s as of the node at its host', async (_what, change) => {
  const { peer, handle } = await startTown(change);
  expect(await add(handle)).toMatchObject({ origin: peer.origin, things: 1 });
});

it('does not follow a node for an actor that it does not know', async () => {
  const { peer, handle } = await startTown({});
  peer.description = (description) => ({ ...description, actor: `${peer.origin}/actors/other` });
  await expect(add(handle)).rejects.toThrow(`speaks for ${peer.origin}, which does not say so`);
});

it('says so when there is no such account, and takes the node where there are none at all', async () => {
  const { peer, handle } = await startTown({});
  await expect(add(handle.replace('dorp', 'niemand'))).rejects.toThrow(/no account .*openstraat follow http/i);
  peer.description = (description) => ({ ...description, actor: undefined });
  expect(await add(handle.replace('dorp', 'niemand'))).toMatchObject({ origin: peer.origin });
});

it.each([
  ['as large as it may be is read', followingLimits.actorBytesMax, 'refused'],
  ['that is larger is not', followingLimits.actorBytesMax + 1, 'followed'],
])('an actor %s', async (_what, bytes, outcome) => {
  const { peer, handle } = await startTown({ actor: (right) => JSON.stringify(right).padEnd(bytes) });
  // Only who reads the actor sees that the description names another.
  peer.description = (description) => ({ ...description, actor: `${peer.origin}/actors/other` });
  const ended = await add(handle).then(
    () => 'followed',
    () => 'refused',
  );
  expect(ended).toBe(outcome);
});
