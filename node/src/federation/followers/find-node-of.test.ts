import { expect, it } from 'vitest';
import type { RemoteActor } from '../inbox/remote-actor.ts';
import { replicaLimits } from '../replica/limits.ts';
import { HandClock } from '../store/store.fixture.ts';
import { createFindNodeOf } from './find-node-of.ts';

const origin = 'https://winkels.example';
const actorOf = (key: number | string): RemoteActor => ({
  id: `${origin}/actors/${key}`,
  origin,
  inbox: `${origin}/inbox`,
  sharedInbox: undefined,
  handle: undefined,
  description: `${origin}/.well-known/openstraat`,
  movedTo: undefined,
  alsoKnownAs: [],
});

/** Finds nodes by descriptions of so many bytes, and counts how many were asked for. */
const finderOf = (bytes: number) => {
  const counts = { asked: 0 };
  let actor = '';
  const find = createFindNodeOf(
    {
      get: (url) => {
        counts.asked++;
        const body = Buffer.from(JSON.stringify({ origin, name: 'Waterveen', actor }).padEnd(bytes));
        return Promise.resolve({ ok: true, url, status: 200, headers: new Map(), body, encodedBytes: body.length });
      },
    },
    new HandClock(),
  );
  return {
    counts,
    find: (key: number | string) => {
      actor = actorOf(key).id;
      return find(actorOf(key));
    },
  };
};

it('reads a description as large as the limit, and takes whoever has a larger one for no node', async () => {
  expect(await finderOf(replicaLimits.descriptionBytesMax).find('node')).toEqual({ origin, name: 'Waterveen' });
  expect(await finderOf(replicaLimits.descriptionBytesMax + 1).find('node')).toBeUndefined();
});

it('remembers a thousand answers, and forgets the oldest for one more', async () => {
  const { counts, find } = finderOf(0);
  for (let key = 0; key < 1_000; key++) await find(key);
  await find(0);
  expect(counts.asked).toBe(1_000);
  await find(1_000);
  await find(1);
  expect(counts.asked).toBe(1_001);
  await find(0);
  expect(counts.asked).toBe(1_002);
});
