import type { ThingId } from '@openstraat/spec';
import { expect, it } from 'vitest';
import type { ChangeLogReader } from '../log/change-log.ts';
import { createPlaceIndex } from './place-index.ts';
import type { PlaceSummary } from './place-summary.ts';
import { probableDuplicates } from './probable-duplicates.ts';

const branches = (count: number): readonly PlaceSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `/places/${index}` as ThingId,
    name: 'Bakker Bart',
    street: `Dorpsstraat ${Math.floor(index / 2)}`,
    postcode: '9999AA',
    accuracy: 'postcode',
  })) as unknown as readonly PlaceSummary[];

/** A log of that many offers, in which nobody has a place, and how often its places are read. */
const logOfOffers = () => {
  const counts = { entries: 0, placesRead: 0 };
  const head = () => ({ epoch: 'e', position: counts.entries, droppedTombstone: 0 });
  const log = {
    head,
    page: async (after: number, limit: number) => {
      const last = Math.min(after + limit, counts.entries);
      const entries = Array.from({ length: last - after }, (_, index) => ({
        kind: 'Offer',
        id: `/offers/${after + index + 1}`,
        position: after + index + 1,
      }));
      return { entries, head: head(), more: last < counts.entries };
    },
    ids: async () => {
      counts.placesRead++;
      return [];
    },
  };
  return { counts, log: log as unknown as ChangeLogReader };
};

it('places follow ten pages of changes one by one, and behind one more are read by themselves', async () => {
  const { counts, log } = logOfOffers();
  const places = createPlaceIndex();
  await places.follow(log);
  counts.placesRead = 0;
  counts.entries += 10_000;
  await places.follow(log);
  expect(counts.placesRead).toBe(0);
  counts.entries += 10_001;
  await places.follow(log);
  expect(counts.placesRead).toBe(1);
  expect(places.position).toBe(counts.entries);
});

it('two hundred places of one name are compared, and one more makes it the name of a chain', () => {
  expect(probableDuplicates(branches(200))).toHaveLength(100);
  expect(probableDuplicates(branches(201))).toEqual([]);
});
