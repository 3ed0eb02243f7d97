import { expect, it } from 'vitest';
import { openActorKeys } from '../federation/actors/actor-keys.ts';
import { openLocalActors } from '../federation/actors/open-local-actors.ts';
import { scratchFolder } from '../federation/store/store.fixture.ts';
import type { LocalActor } from '../federation/actors/local-actor.ts';
import { movingLimits } from '../federation/moving/limits.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createActorCommands } from './actor-commands.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

const origin = 'https://winkels.example';
const clock = { now: () => Date.UTC(2026, 2, 2) };

const placeId = '/places/ketting';
const around = {
  fetcher: { get: () => Promise.reject(new Error('an address is not asked for')) },
  settings: { origin, language: 'nl', allowPrivateAddress: false } as const,
  clock,
};

const logWithPlace = async (): Promise<MemoryChangeLog> => {
  const log = new MemoryChangeLog({ origin, clock });
  const text = toStoredText({ id: placeId, type: ['Place'], name: 'De Ketting' });
  const hash = storedTextHash(text, origin);
  const thing = { id: placeId, kind: 'Place', text, hash, observedAt: undefined, previous: undefined } as const;
  await log.append({ things: [thing], records: [] });
  return log;
};

/** The commands of a node whose one place has an actor that was so many others before. */
const commandsFor = async (formerly: number) => {
  const log = await logWithPlace();
  let actor: LocalActor = {
    identifier: 'ketting',
    username: 'ketting',
    place: placeId,
    announces: [],
    movedTo: undefined,
    alsoKnownAs: Array.from({ length: formerly }, (_, at) => `https://old${at}.example/actors/ketting`),
    since: '2026-01-01T00:00:00Z',
  };
  const activityPub = {
    actors: {
      ofPlace: () => actor,
      byUsername: () => actor,
      goneSince: () => undefined,
      put: async (one: LocalActor) => {
        actor = one;
      },
    },
    followers: { count: async () => 0 },
    keys: { of: async () => undefined },
    get: async () => ({ teller: { changed: async () => {} } }),
  } as unknown as NodeActivityPub;
  return createActorCommands({ activityPub, log, ...around });
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

it('an actor that was off comes back with new keys, and none of those it had before', async () => {
  await using scratch = await scratchFolder();
  const actors = await openLocalActors({
    tables: { async *all() {}, write: async () => {} },
    settings: { area: 'Waterveen', actorName: undefined },
    clock,
  });
  const keys = await openActorKeys(`${scratch.path}/keys`, clock);
  const activityPub = {
    actors,
    keys,
    followers: { count: async () => 0, removeAll: async () => {} },
    get: async () => ({ teller: { ended: async () => {} } }),
  } as unknown as NodeActivityPub;
  const commands = createActorCommands({ activityPub, log: await logWithPlace(), ...around });
  await commands.switchActorOn({ place: 'ketting' });
  const first = await keys.of('ketting');
  // What is on already keeps its keys.
  await commands.switchActorOn({ place: 'ketting' });
  expect([first.generation, (await keys.of('ketting')).generation]).toEqual([1, 1]);
  await commands.switchActorOff({ place: 'ketting' });
  await commands.switchActorOn({ place: 'ketting' });
  const again = await keys.of('ketting');
  expect(again).toMatchObject({ generation: 2, former: [] });
  expect(again.rsa).not.toBe(first.rsa);
});
