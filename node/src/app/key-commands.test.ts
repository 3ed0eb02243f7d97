import { expect, it } from 'vitest';
import { dataFolder } from '../config/data-folder.ts';
import { makeKeys, readKeys, writeKeys } from '../config/keys-file.ts';
import { makePrivateFolder } from '../config/private-file.ts';
import { openActorKeys } from '../federation/actors/actor-keys.ts';
import { HandClock, scratchFolder } from '../federation/store/store.fixture.ts';
import { createKeyCommands } from './key-commands.ts';
import { createKeyRing } from './key-ring.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

const dayMs = 86_400_000;

it('loses no key when two are asked for at the same time', async () => {
  await using scratch = await scratchFolder();
  const folder = dataFolder(`${scratch.path}/data`);
  await makePrivateFolder(folder.path);
  const clock = { now: () => Date.UTC(2026, 2, 2) };
  const { keys } = makeKeys(clock);
  await writeKeys(folder, keys);
  const ring = createKeyRing(keys);
  const activityPub = { actors: { list: () => [] } } as unknown as NodeActivityPub;
  const commands = createKeyCommands({ folder, ring, activityPub, settings: { origin: 'https://a.example' }, clock });
  const request = { which: 'feed', overlapDays: 7 } as const;
  await Promise.all([commands.rotateKeys(request), commands.rotateKeys(request)]);
  expect((await readKeys(folder)).keys.map(({ id }) => id)).toEqual(['key-1', 'key-2', 'key-3']);
  expect(ring.keys).toEqual((await readKeys(folder)).keys);
});

it('keeps the old keys of actors readable for the overlap, and none after a theft', async () => {
  await using scratch = await scratchFolder();
  const folder = dataFolder(`${scratch.path}/data`);
  await makePrivateFolder(folder.path);
  const clock = new HandClock();
  const { keys: first, recoverySecret } = makeKeys(clock);
  const keys = await openActorKeys(folder.actorKeys, clock);
  const activityPub = {
    actors: { list: () => [{ identifier: 'jansen', username: 'fietsen-jansen' }] },
    followers: { count: () => Promise.resolve(0) },
    keys,
  } as unknown as NodeActivityPub;
  const commands = createKeyCommands({
    folder,
    ring: createKeyRing(first),
    activityPub,
    settings: { origin: 'https://a.example' },
    clock,
  });
  const shown = async () =>
    (await commands.listKeys())
      .filter(({ owner }) => owner === '@fietsen-jansen@a.example')
      .map(({ id, state, revoked }) => [
        id.split('#')[1],
        state,
        revoked === undefined ? undefined : Date.parse(revoked) - clock.now(),
      ]);
  await commands.rotateKeys({ which: 'actors', overlapDays: 3 });
  const signing = [
    ['main-key-2', 'signs', undefined],
    ['proof-key-2', 'signs', undefined],
  ];
  expect(await shown()).toEqual([['main-key', 'valid', 3 * dayMs], ['proof-key', 'valid', 3 * dayMs], ...signing]);
  clock.turn(3 * dayMs);
  expect(await shown()).toEqual(signing);
  await commands.rotateKeys({ which: 'actors', overlapDays: 3 });
  await commands.rotateKeys({ which: 'all', overlapDays: 3, recoverySecret });
  expect((await shown()).map(([, state]) => state)).toEqual(['signs', 'signs']);
});
