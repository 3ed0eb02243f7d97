import type { ThingId } from '@openstraat/spec';
import { beforeEach, expect, it } from 'vitest';
import { logLimits } from '../log/limits.ts';
import { formatMoved, movedPlaces, movedTo } from '../log/moved.ts';
import { offer, place, startIngest } from './ingest.fixture.ts';

const elsewhere = 'https://village.example';
let { log, ingest } = startIngest();

const all = [
  place('sheet', 'a'),
  place('sheet', 'b'),
  offer('till', 'a', {}, 'x'),
  offer('till', 'a', {}, 'y'),
  offer('till', 'b', {}, 'x'),
];
const deliver = async () => ingest.apply(all, { run: await ingest.newRun(), durable: false });
const pointers = async (...ids: ThingId[]) => movedTo(log, ids);

beforeEach(async () => {
  ({ log, ingest } = startIngest());
  await deliver();
});

it('lets a place live on elsewhere with what stands at it', async () => {
  expect(await ingest.movePlaceAway({ id: '/places/a', to: `${elsewhere}/places/z` }, { sameKeys: true })).toBe(3);
  expect(log.head().live).toBe(2);
  expect(await pointers('/places/a', '/offers/x.a', '/places/b', '/offers/x.b')).toEqual([
    `${elsewhere}/places/z`,
    `${elsewhere}/offers/x.a`,
    undefined,
    undefined,
  ]);
});

it('points on from the place alone where paths differ there', async () => {
  await ingest.movePlaceAway({ id: '/places/a', to: `${elsewhere}/places/z` }, { sameKeys: false });
  expect(await pointers('/places/a', '/offers/x.a')).toEqual([`${elsewhere}/places/z`, undefined]);
  expect(log.head().live).toBe(2);
});

it('is not undone by the next delivery, but by the operator', async () => {
  await ingest.movePlaceAway({ id: '/places/a', to: `${elsewhere}/places/a` }, { sameKeys: true });
  expect(await deliver()).toEqual(['moved-away', 'unchanged', 'moved-away', 'moved-away', 'unchanged']);
  await ingest.forgetMove('/places/a');
  expect(await deliver()).toEqual(['added', 'unchanged', 'added', 'added', 'unchanged']);
  expect(await pointers('/places/a')).toEqual([undefined]);
});

it('lets the whole node live on elsewhere, path by path, and takes nothing any more', async () => {
  expect(await ingest.moveAllAway(elsewhere)).toBe(5);
  expect(log.head().live).toBe(0);
  expect(await pointers('/places/b', '/offers/x.a')).toEqual([`${elsewhere}/places/b`, `${elsewhere}/offers/x.a`]);
  await expect(ingest.newRun()).rejects.toMatchObject({ code: 'moved' });
  // Nor what an import brings that had begun before.
  expect(new Set(await ingest.apply(all, { run: 1, durable: false }))).toEqual(new Set(['moved-away']));
  await ingest.forgetMove('node');
  await deliver();
  expect(log.head().live).toBe(5);
  expect(await pointers('/places/b')).toEqual([undefined]);
});

it('is taken back for one place, or for the node, and not for others that moved by themselves', async () => {
  for (const key of ['a', 'b'] as const)
    await ingest.movePlaceAway({ id: `/places/${key}`, to: `${elsewhere}/places/${key}` }, { sameKeys: true });
  expect(await movedPlaces(log)).toEqual([
    { place: '/places/a', to: `${elsewhere}/places/a`, things: 3 },
    { place: '/places/b', to: `${elsewhere}/places/b`, things: 2 },
  ]);
  await ingest.moveAllAway('https://third.example');
  await ingest.forgetMove('node');
  await ingest.forgetMove('/places/b');
  expect(await deliver()).toEqual(['moved-away', 'added', 'moved-away', 'moved-away', 'added']);
  expect((await movedPlaces(log)).map(({ place: id }) => id)).toEqual(['/places/a']);
});

it('is taken back for a place with more than the log takes at once', async () => {
  await ingest.movePlaceAway({ id: '/places/a', to: `${elsewhere}/places/a` }, { sameKeys: true });
  const value = formatMoved({ to: `${elsewhere}/offers/z.a`, place: '/places/a' });
  const records = Array.from({ length: logLimits.batchChangesMax }, (_, index) => ({
    table: 'moved' as const,
    key: `/offers/z${index}.a`,
    value,
  }));
  await log.append({ things: [], records }, { durable: false });
  await ingest.forgetMove('/places/a');
  expect(await log.records('moved', '', { limit: 1 })).toEqual([]);
});
