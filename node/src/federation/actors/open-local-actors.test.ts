import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFederationStore } from '../store/open-federation-store.ts';
import { scratchFolder } from '../store/store.fixture.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { actorLimits } from './limits.ts';
import type { LocalActor } from './local-actor.ts';
import { freeUsername, openLocalActors } from './open-local-actors.ts';

const clock = { now: () => Date.UTC(2026, 2, 2) };
const settings = { area: 'Waterveen & Omstreken', actorName: undefined };

const shop = (key: string, changes: Partial<LocalActor> = {}): LocalActor => ({
  identifier: key,
  username: key,
  place: `/places/${key}`,
  announces: ['events'],
  movedTo: undefined,
  alsoKnownAs: [],
  since: '2026-03-01T00:00:00Z',
  ...changes,
});

/** A table in memory. */
const memory = (rows = new Map<string, string>()): Pick<StoreDatabase, 'all' | 'write'> => ({
  async *all() {
    yield [...rows];
  },
  async write(written) {
    for (const { key, value } of written) if (value !== undefined) rows.set(key, value);
  },
});

it('keeps actors, and remembers those that are gone, over a restart', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'f');
  {
    await using store = await openFederationStore(folder, { clock });
    const actors = await openLocalActors({ tables: store.tables, settings, clock });
    expect(actors.list()).toMatchObject([{ identifier: 'node', username: 'waterveen-omstreken', place: undefined }]);
    await actors.put(shop('jansen'));
    await actors.put(shop('bakker', { movedTo: 'https://elders.example/actors/bakker' }));
    await actors.put(shop('slager'));
    await actors.remove('slager');
  }
  await using store = await openFederationStore(folder, { clock });
  const actors = await openLocalActors({ tables: store.tables, settings: { ...settings, area: 'Elders' }, clock });
  expect(actors.list().map(({ identifier }) => identifier)).toEqual(['node', 'bakker', 'jansen']);
  // Others follow it by this name: it does not change with the area.
  expect(actors.get('node')?.username).toBe('waterveen-omstreken');
  expect(actors.ofPlace('/places/jansen')).toEqual(shop('jansen'));
  expect(actors.byUsername('Jansen')?.identifier).toBe('jansen');
  expect(actors.goneSince('slager')).toBe('2026-03-02T00:00:00.000Z');
  await actors.put(shop('slager'));
  expect(actors.goneSince('slager')).toBeUndefined();
});

it('has in memory what it has on disk of an actor that is taken away and comes back at the same time', async () => {
  const rows = new Map<string, string>();
  const actors = await openLocalActors({ tables: memory(rows), settings, clock });
  await actors.put(shop('jansen'));
  await Promise.all([actors.remove('jansen'), actors.put(shop('jansen', { username: 'fietsen' }))]);
  const again = await openLocalActors({ tables: memory(rows), settings, clock });
  expect(again.byUsername('fietsen')).toMatchObject(shop('jansen', { username: 'fietsen' }));
  expect(actors.list()).toEqual(again.list());
});

it('gives each name once, also when two want it at the same time', async () => {
  const actors = await openLocalActors({ tables: memory(), settings, clock });
  const wanted = [shop('a', { username: 'winkel' }), shop('b', { username: 'winkel' })];
  const written = await Promise.allSettled(wanted.map((actor) => actors.put(actor)));
  expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await actors.put(shop('b', { username: 'tweede' }));
  expect(actors.byUsername('winkel')?.identifier).toBe('a');
  expect(actors.byUsername('tweede')?.identifier).toBe('b');
});

it('finds an actor by the names that it had, which nobody else gets until it is gone', async () => {
  const rows = new Map<string, string>();
  const open = () => openLocalActors({ tables: memory(rows), settings, clock });
  const first = await open();
  await first.put(shop('jansen'));
  await first.put(shop('jansen', { username: 'fietsen' }));
  await first.put(shop('jansen', { username: 'rijwielen' }));
  for (const actors of [first, await open()]) {
    for (const name of ['jansen', 'fietsen', 'Rijwielen'])
      expect(actors.byUsername(name)).toMatchObject({ username: 'rijwielen', formerNames: ['fietsen', 'jansen'] });
    await expect(actors.put(shop('bakker', { username: 'jansen' }))).rejects.toMatchObject({ code: 'bad-request' });
  }
  // Back to what it was called at first.
  await first.put(shop('jansen'));
  expect(first.byUsername('fietsen')).toMatchObject({ username: 'jansen', formerNames: ['rijwielen', 'fietsen'] });
  await first.remove('jansen');
  await first.put(shop('bakker', { username: 'fietsen' }));
  expect(first.byUsername('fietsen')?.identifier).toBe('bakker');
  expect(first.byUsername('rijwielen')).toBeUndefined();
});

const numbered = (number: number) => shop('jansen', { username: `jansen-${number}` });

it('has had as many names as the limit, and no more', async () => {
  const actors = await openLocalActors({ tables: memory(), settings, clock });
  for (let number = 0; number <= actorLimits.formerNamesMax; number += 1) await actors.put(numbered(number));
  expect(actors.get('jansen')?.formerNames).toHaveLength(actorLimits.formerNamesMax);
  await expect(actors.put(numbered(99))).rejects.toMatchObject({ code: 'limit-exceeded' });
  await actors.put(numbered(0));
  expect(actors.byUsername('jansen-1')?.username).toBe('jansen-0');
});

it('is as before when the disk refuses', async () => {
  const tables = memory();
  const actors = await openLocalActors({ tables, settings, clock });
  await actors.put(shop('jansen'));
  tables.write = () => Promise.reject(new Error('full'));
  await expect(actors.put(shop('jansen', { username: 'fietsen' }))).rejects.toThrow('full');
  await expect(actors.put(shop('bakker'))).rejects.toThrow('full');
  expect(actors.byUsername('jansen')).toEqual(shop('jansen'));
  expect([actors.byUsername('fietsen'), actors.byUsername('bakker'), actors.get('bakker')]).toEqual(
    Array(3).fill(undefined),
  );
});

it.each([
  ['a name that no server takes', shop('a', { username: 'De Winkel' })],
  ['a name that ends in a dot', shop('a', { username: 'winkel.' })],
  ['an empty name', shop('a', { username: '' })],
  ['a name one too long', shop('a', { username: 'a'.repeat(61) })],
  ['the key of the node', shop('node', { username: 'other' })],
  ['a key of another place', shop('a', { identifier: 'b' })],
  ['a key that is a path', shop('..', { username: 'up' })],
  ['a key one too long', shop('k'.repeat(actorLimits.identifierCharactersMax + 1), { username: 'long' })],
])('refuses %s', async (_, actor) => {
  const actors = await openLocalActors({ tables: memory(), settings, clock });
  await expect(actors.put(actor)).rejects.toMatchObject({ code: 'bad-request' });
  expect(actors.list()).toHaveLength(1);
});

it('takes names and keys of the longest kind, and as many actors as its limit', async () => {
  const longest = shop('k'.repeat(actorLimits.identifierCharactersMax), { username: 'a'.repeat(60) });
  const { announces, movedTo, alsoKnownAs, since } = longest;
  const many = Array.from({ length: actorLimits.placeActorsMax - 1 }, (_one, at): [string, string] => [
    `p${at}`,
    JSON.stringify({ username: `p${at}`, place: `/places/p${at}`, announces, movedTo, alsoKnownAs, since }),
  ]);
  const actors = await openLocalActors({ tables: memory(new Map(many)), settings, clock });
  await actors.put(longest);
  await expect(actors.put(shop('more'))).rejects.toMatchObject({ code: 'limit-exceeded' });
  await actors.put({ ...longest, username: 'shorter' });
});

it('takes the name in the settings, unless a place has it', async () => {
  const rows = new Map<string, string>();
  const first = await openLocalActors({ tables: memory(rows), settings, clock });
  await first.put(shop('jansen'));
  const renamed = await openLocalActors({ tables: memory(rows), settings: { ...settings, actorName: 'dorp' }, clock });
  expect(renamed.get('node')).toMatchObject({ username: 'dorp', since: '2026-03-02T00:00:00.000Z' });
  const taken = openLocalActors({ tables: memory(rows), settings: { ...settings, actorName: 'jansen' }, clock });
  await expect(taken).rejects.toMatchObject({ code: 'settings-invalid' });
  rows.set('jansen', '{');
  await expect(openLocalActors({ tables: memory(rows), settings, clock })).rejects.toMatchObject({
    code: 'store-corrupt',
  });
});

it('finds a name that is free', () => {
  const taken = new Set(['cafe-t-plein', 'cafe-t-plein-2']);
  expect(freeUsername("Café 't Plein", (name) => taken.has(name))).toBe('cafe-t-plein-3');
  expect(freeUsername('書店', () => false)).toMatch(/^x-[0-9a-f]{10}$/);
  expect(freeUsername('a'.repeat(100), (name) => name.length > 55)).toMatch(/^a{50}-2$/);
});
