import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ThingId } from '@openstraat/spec';
import { ClassicLevel } from 'classic-level';
import { expect, it, onTestFinished } from 'vitest';
import { entryKey, metaKey, stateKey, tombstoneKey } from './keys.ts';
import { logLimits } from './limits.ts';
import { changesTo, HandClock, testOrigin } from './log.fixture.ts';
import { openLevelChangeLog } from './open-level-change-log.ts';

const start = Date.UTC(2026, 0, 5, 9) * 1_000;

/** What verify says of 150 places and three tombstones (at 150 to 152) after somebody meddled. */
const verifyAfter = async (meddle: (database: ClassicLevel) => Promise<void>): Promise<readonly string[]> => {
  const parent = await mkdtemp(join(tmpdir(), 'openstraat-log-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'log');
  const settings = { origin: testOrigin, clock: new HandClock() };
  const log = await openLevelChangeLog(folder, settings);
  const ids = Array.from({ length: 150 }, (_, index): ThingId => `/places/${index}`);
  for (const named of [ids.map((id) => [id, 'x'] as const), ids.slice(0, 3).map((id) => [id, undefined] as const)]) {
    await log.append({ things: await changesTo(log, named), records: [] }, { durable: false });
  }
  await log[Symbol.asyncDispose]();
  const database = new ClassicLevel(folder);
  await meddle(database);
  await database.close();
  await using again = await openLevelChangeLog(folder, settings);
  return await again.verify();
};

it.each<[string, (database: ClassicLevel) => Promise<void>, RegExp]>([
  ['a state that is gone', (database) => database.del(stateKey('/places/9')), /^\/places\/9 at \d+ has no state/],
  [
    'a state that cannot be read',
    (database) => database.put(stateKey('/places/9'), 'rubbish'),
    /^\/places\/9 at \d+ has no state that can be read/,
  ],
  ['an entry that is gone', (database) => database.del(entryKey(start + 9)), /^\/places\/9 has a state, but no entry/],
  [
    'a thing with two entries',
    async (database) => database.put(entryKey(start + 1), (await database.get(entryKey(start + 9))) ?? ''),
    /^\/places\/9 has an entry at \d+, but its state says \d+/,
  ],
  [
    'an entry that cannot be read',
    (database) => database.put(entryKey(start + 9), 'rubbish'),
    /^The entry at \d+ cannot/,
  ],
  ['a text that is not JSON', (database) => database.put(entryKey(start + 9), '/places/9\n{'), /is not JSON/],
  [
    'a text that is another',
    (database) => database.put(entryKey(start + 9), '/places/9\n{}'),
    /^The state of \/places\/9 at \d+ does not carry the hash/,
  ],
  [
    'a tombstone that is not in the list',
    (database) => database.del(tombstoneKey(start + 151)),
    /^The tombstone of \/places\/1 at \d+ is not in its list/,
  ],
  [
    'a tombstone too many in the list',
    (database) => database.put(tombstoneKey(start + 9), '/places/9'),
    /^The list of tombstones has \/places\/9 at \d+, which is none/,
  ],
  ['a record in no table', (database) => database.put('r!other!x', ''), /^The record other!x is in no table/],
  [
    'a count by kind that is wrong',
    async (database) => {
      const meta = (await database.get(metaKey)) ?? '';
      await database.put(metaKey, meta.replace('"Place":147', '"Place":146'));
    },
    /^The head says live things of kind Place: 146, but the entries make it 147/,
  ],
])('verify finds %s', async (_what, meddle, sentence) => {
  const sentences = await verifyAfter(meddle);
  expect(sentences).toContainEqual(expect.stringMatching(sentence));
});

/** Spoils so many states. */
const spoil = (damaged: number) => async (database: ClassicLevel) => {
  for (let index = 10; index < 10 + damaged; index += 1) await database.put(stateKey(`/places/${index}`), 'rubbish');
};

it('verify says nothing of a whole log, and counts what it does not describe', async () => {
  expect(await verifyAfter(async () => undefined)).toEqual([]);
  const most = await verifyAfter(spoil(logLimits.verifySentencesMax));
  expect(most).toHaveLength(logLimits.verifySentencesMax);
  const more = await verifyAfter(spoil(logLimits.verifySentencesMax + 1));
  expect(more).toHaveLength(logLimits.verifySentencesMax + 1);
  expect(more.at(-1)).toBe('And 1 more.');
});
