import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { actorList, nodeActor, shopActor } from '../posts/posts.test-helper.ts';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { watchProfiles } from './watch-profiles.ts';

it('tells followers once of each profile that has changed, that a place is gone too, and of none that moved', async () => {
  await using folder = await scratchFolder();
  await using store = await openFederationStore(join(folder.path, 'f'), { clock: new HandClock() });
  const settings = nodeSettingsSchema.parse({
    version: 1,
    name: 'Winkels in Waterveen',
    area: 'Waterveen',
    operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    origin: 'https://waterveen.example',
  });
  let position = 0;
  let place: object | undefined = {
    id: '/places/jansen',
    name: 'Fietsen Jansen',
    address: { streetAddress: 'Marktplein 4' },
    telephone: '1',
  };
  const change = (to: object | undefined): void => {
    place = to;
    position += 1;
  };
  const moved = { ...shopActor, identifier: 'bakker', username: 'bakker', movedTo: 'https://elders.example/a' };
  const told: string[] = [];
  let isDown = false;
  const open = (area = 'Waterveen') =>
    watchProfiles({
      settings: { ...settings, area },
      actors: actorList([nodeActor, shopActor, moved]),
      hoursInWords: () => undefined,
      log: {
        head: () => ({ epoch: 'a', position }),
        get: (id) =>
          Promise.resolve({
            id,
            kind: 'Place',
            position,
            text: place === undefined ? undefined : JSON.stringify(place),
          }),
      },
      tables: store.tables,
      teller: {
        async changed(identifier) {
          if (isDown) throw new Error('down');
          told.push(identifier);
        },
      },
      logger: pino({ level: 'silent' }),
    });
  const watcher = open();
  await watcher.look();
  expect(told).toEqual([]);
  change({ ...place, description: 'Nu ook bakfietsen' });
  change({ ...place, telephone: '2' });
  isDown = true;
  await watcher.look();
  isDown = false;
  await watcher.look();
  await watcher.look();
  change({ ...place, placeKind: 'shop=books' });
  await watcher.look();
  expect(told).toEqual(['jansen']);
  await open().look();
  expect(told).toEqual(['jansen']);
  change(undefined);
  await watcher.look();
  expect(told).toEqual(['jansen', 'jansen']);
  await open('Zandwijk').look();
  expect(told).toEqual(['jansen', 'jansen', 'node']);
});
