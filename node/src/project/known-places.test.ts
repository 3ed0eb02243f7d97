import type { ThingId } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createKnownPlaces } from './known-places.ts';
import { createLibrary } from './library.ts';
import { createPlaceIndex } from './place-index.ts';

const origins = ['https://waterveen.example', 'https://b.example', 'https://a.example'] as const;
const newLog = (origin: string): MemoryChangeLog => new MemoryChangeLog({ origin, clock: { now: () => 1 } });

const write = async (log: MemoryChangeLog, id: ThingId, postalCode: string, latitude: number): Promise<void> => {
  const [previous] = await log.states([id]);
  const text = toStoredText({
    id,
    type: 'Place',
    name: id,
    placeKind: 'shop=books',
    openingHours: 'unknown',
    source: '/sources/a',
    address: { type: 'PostalAddress', postalCode, addressLocality: 'Waterveen', addressCountry: 'NL' },
    geo: { type: 'GeoCoordinates', latitude, longitude: 5, accuracy: 'exact' },
  });
  const hash = storedTextHash(text, log.origin);
  await log.append({ things: [{ id, kind: 'Place', text, hash, observedAt: undefined, previous }], records: [] });
};

it('finds postcodes by the own places first, then by others in order of their origins, for as long as they are followed', async () => {
  const [ownLog, b, a] = origins.map(newLog) as [MemoryChangeLog, MemoryChangeLog, MemoryChangeLog];
  await write(ownLog, '/places/x', '9999 AA', 50);
  for (const [log, latitude] of [
    [b, 52],
    [a, 51],
  ] as const)
    for (const postcode of ['9999 AA', '9999 AB'] as const)
      await write(log, `/places/${postcode.slice(5)}`, postcode, latitude);
  await write(b, '/places/y', '9999 AC', 52);
  let replicas = [b, a];
  const library = createLibrary(ownLog, () => replicas);
  const own = createPlaceIndex();
  const known = createKnownPlaces(own);
  const latitudes = (): readonly (number | undefined)[] =>
    ['9999aa', '9999 AB', '9999 AC'].map((postcode) => known.placesByPostcode(postcode)?.latitude);
  expect(known.byNode()).toEqual([[]]);
  await Promise.all([own.follow(ownLog), known.follow(library)]);
  expect(latitudes()).toEqual([50, 51, 52]);
  expect(known.byNode().map(({ length }) => length)).toEqual([1, 2, 3]);
  expect(known.byNode()).toBe(known.byNode());
  expect(own.all()).toHaveLength(1);

  // One that can't be read keeps what it had, and stops no other.
  b.page = () => Promise.reject(new Error('closed'));
  await write(b, '/places/z', '9999 AB', 53);
  await write(a, '/places/z', '9999 AC', 51);
  await known.follow(library);
  expect(latitudes()).toEqual([50, 51, 51]);

  replicas = [a];
  await known.follow(library);
  expect(latitudes()).toEqual([50, 51, 51]);
  expect(known.byNode().map(({ length }) => length)).toEqual([1, 3]);
  replicas = [];
  await known.follow(library);
  expect(latitudes()).toEqual([50, undefined, undefined]);
  expect(known.byNode()).toEqual([own.all()]);
});
