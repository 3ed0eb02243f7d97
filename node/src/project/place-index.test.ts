import type { ThingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createPlaceIndex } from './place-index.ts';
import { duplicateDistanceMetresMax, probableDuplicates } from './probable-duplicates.ts';
import type { PlaceSummary } from './place-summary.ts';

const origin = 'https://waterveen.example';
const newLog = (): MemoryChangeLog => new MemoryChangeLog({ origin, clock: { now: () => 1_772_442_000_000 } });

const place = (key: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: `/places/${key}`,
  type: 'Place',
  name: key,
  placeKind: 'shop=books',
  openingHours: 'unknown',
  source: '/sources/a',
  address: { type: 'PostalAddress', postalCode: '9999 aa', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { type: 'GeoCoordinates', latitude: 52, longitude: 5, accuracy: 'exact' },
  ...changes,
});

const write = async (log: MemoryChangeLog, id: ThingId, data: Record<string, unknown> | undefined): Promise<void> => {
  const [previous] = await log.states([id]);
  const text = data === undefined ? undefined : toStoredText(data);
  const hash = text === undefined ? undefined : storedTextHash(text, origin);
  await log.append({ things: [{ id, kind: 'Place', text, hash, observedAt: undefined, previous }], records: [] });
};

const geo = (accuracy: string, latitude: number): Record<string, unknown> => ({
  geo: { type: 'GeoCoordinates', latitude, longitude: 5, accuracy },
});

describe('the place index', () => {
  it('has what was written before it was asked to catch up, also where it was just reading', async () => {
    const log = newLog();
    await write(log, '/places/a', place('a'));
    const [read, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const pageOf = log.page.bind(log);
    log.page = async (...range) => {
      const page = await pageOf(...range);
      read.resolve();
      await mayEnd.promise;
      return page;
    };
    const index = createPlaceIndex();
    const first = index.follow(log);
    await read.promise;
    await write(log, '/places/b', place('b'));
    const second = index.follow(log);
    mayEnd.resolve();
    await second;
    expect(index.all().map(({ id }) => id)).toEqual(['/places/a', '/places/b']);
    await first;
  });

  it('kept up equals one built anew, whatever happens and whenever it looks', async () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      act: fc.constantFrom('put', 'put', 'remove', 'follow', 'drop', 'epoch'),
      latitude: fc.integer({ min: 50, max: 53 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const log = newLog();
        const kept = createPlaceIndex();
        for (const { key, act, latitude } of steps) {
          const id = `/places/${key}` as const;
          const live = (await log.get(id))?.text !== undefined;
          if (act === 'put') await write(log, id, place(key, geo(key === 'a' ? 'town' : 'exact', latitude)));
          if (act === 'remove' && live) await write(log, id, undefined);
          if (act === 'follow') await kept.follow(log);
          if (act === 'drop') await log.dropTombstones(log.head().position);
          if (act === 'epoch') await log.renewEpoch();
        }
        await kept.follow(log);
        const built = createPlaceIndex();
        await built.follow(log);
        expect(kept.all()).toEqual(built.all());
        expect(kept.all()).toHaveLength(log.head().live);
        expect(kept.placesByPostcode('9999AA')).toEqual(built.placesByPostcode('9999AA'));
        expect(kept.position).toBe(log.head().position);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets a place whose tombstone was dropped before it looked', async () => {
    const log = newLog();
    await write(log, '/places/a', place('a'));
    const index = createPlaceIndex();
    await index.follow(log);
    await write(log, '/places/a', undefined);
    await log.dropTombstones(log.head().position);
    await index.follow(log);
    expect(index.all()).toEqual([]);
  });

  it('finds a postcode by the exact point of the smallest id', async () => {
    const log = newLog();
    await write(log, '/places/c', place('c', geo('exact', 53)));
    await write(log, '/places/b', place('b', geo('exact', 52)));
    await write(log, '/places/a', place('a', geo('postcode', 51)));
    const index = createPlaceIndex();
    await Promise.all([index.follow(log), index.follow(log)]);
    expect(index.placesByPostcode('9999 Aa')).toMatchObject({ latitude: 52 });
    expect(index.placesByPostcode('1000AA')).toBeUndefined();
    await write(log, '/places/b', place('b', geo('town', 52)));
    await index.follow(log);
    expect(index.placesByPostcode('9999AA')).toMatchObject({ latitude: 53 });
  });
});

const summary = (id: ThingId, changes: Partial<PlaceSummary> = {}): PlaceSummary => ({
  id,
  name: 'Bakker Bart',
  kind: 'shop=bakery',
  street: undefined,
  town: 'Waterveen',
  postcode: undefined,
  latitude: 52,
  longitude: 5,
  accuracy: 'exact',
  openingHours: 'unknown',
  ...changes,
});
const degreesNorth = (metres: number): number => 52 + metres / 111_195.08;

describe('probable duplicates', () => {
  it('have one name and are within the distance, and not beyond it', () => {
    const near = summary('/places/b', {
      name: 'bakker BÁRT!',
      latitude: degreesNorth(duplicateDistanceMetresMax - 0.5),
    });
    const far = summary('/places/c', { latitude: degreesNorth(-duplicateDistanceMetresMax - 0.5) });
    expect(probableDuplicates([near, summary('/places/a'), far])).toEqual([
      { ids: ['/places/a', '/places/b'], because: 'near' },
    ]);
  });

  it('or stand at one address, where the points are only guessed', () => {
    const guessed = { accuracy: 'postcode' as const };
    const address = { street: 'Dorpsstraat 1', postcode: '9999AA' };
    const found = probableDuplicates([
      summary('/places/a', { ...guessed, ...address }),
      summary('/places/b', { ...guessed, ...address, street: 'dorpsstraat 1' }),
      summary('/places/c', guessed),
      summary('/places/d', { ...guessed, ...address, name: 'Bakker Jan' }),
    ]);
    expect(found).toEqual([{ ids: ['/places/a', '/places/b'], because: 'same-address' }]);
  });
});
