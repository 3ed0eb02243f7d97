import { expect, it } from 'vitest';
import type { LocalActor } from '../federation/actors/local-actor.ts';
import { movingLimits } from '../federation/moving/limits.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createActorCommands } from './actor-commands.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

const origin = 'https://winkels.example';
const clock = { now: () => Date.UTC(2026, 2, 2) };

/** The commands of a node whose one place has an actor that was so many others before. */
const commandsFor = async (formerly: number) => {
  const log = new MemoryChangeLog({ origin, clock });
  const id = '/places/ketting';
  const text = toStoredText({ id, type: ['Place'], name: 'De Ketting' });
  const hash = storedTextHash(text, origin);
  await log.append({
    things: [{ id, kind: 'Place', text, hash, observedAt: undefined, previous: undefined }],
    records: [],
  });
  let actor: LocalActor = {
    identifier: 'ketting',
    username: 'ketting',
    place: id,
    announces: [],
    movedTo: undefined,
    alsoKnownAs: Array.from({ length: formerly }, (_, at) => `https://old${at}.example/actors/ketting`),
    since: '2026-01-01T00:00:00Z',
  };
  const activityPub = {
    actors: {
      ofPlace: () => actor,
      byUsername: () => actor,
      put: async (one: LocalActor) => {
        actor = one;
      },
    },
    followers: { count: async () => 0 },
    keys: { of: async () => undefined },
    get: async () => ({ teller: { changed: async () => {} } }),
  } as unknown as NodeActivityPub;
  return createActorCommands({
    activityPub,
    log,
    fetcher: { get: () => Promise.reject(new Error('an address is not asked for')) },
    settings: { origin, language: 'nl', allowPrivateAddress: false },
    clock,
  });
};

it('an actor was as many others as the limit, and no more', async () => {
  const { formerlyMax } = movingLimits;
  const was = 'https://elders.example/actors/ketting';
  const withRoom = await commandsFor(formerlyMax - 1);
  const { alsoKnownAs } = await withRoom.switchActorOn({ place: 'ketting', was });
  expect([alsoKnownAs?.length, alsoKnownAs?.at(-1)]).toEqual([formerlyMax, was]);
  // What it says already it may say again.
  expect((await withRoom.switchActorOn({ place: 'ketting', was })).alsoKnownAs).toHaveLength(formerlyMax);
  const full = await commandsFor(formerlyMax);
  await expect(full.switchActorOn({ place: 'ketting', was })).rejects.toMatchObject({ code: 'limit-exceeded' });
});
