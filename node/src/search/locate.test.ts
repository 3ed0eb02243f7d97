import { describe, expect, it } from 'vitest';
import type { PlaceSummary } from '../project/place-summary.ts';
import { searchRoomLimits } from './limits.ts';
import { createLocate } from './locate.ts';
import { findNear, mustFindNear } from './near.ts';
import { placeInQuery } from './place-in-query.ts';

const summary = (town: string, latitude: number, longitude: number, postcode?: string): PlaceSummary =>
  ({ id: '/places/a', town, latitude, longitude, postcode }) as unknown as PlaceSummary;
const times = (count: number, place: PlaceSummary): PlaceSummary[] => Array.from({ length: count }, () => place);
const locateAmong = (...nodes: readonly (readonly PlaceSummary[])[]) =>
  createLocate({ byNode: () => nodes, placesByPostcode: () => undefined }, () => undefined);
const locateIn = (...places: readonly PlaceSummary[]) => locateAmong(places);

const north = summary('Bergen', 52.67, 4.7, '1861AA');
const south = summary('Bergen', 51.6, 6.03, '5854AA');

describe('a town', () => {
  it('is where most places of its name are, not between them', () => {
    const locate = locateIn(...times(3, north), ...times(2, south));
    expect(findNear('Bergen', locate)?.point).toEqual({ latitude: 52.67, longitude: 4.7 });
  });

  it('of a name that as many places have elsewhere is asked for again, by postcode', () => {
    const locate = locateIn(...times(2, north), ...times(2, south));
    expect(() => mustFindNear('Bergen', locate)).toThrow(/1861AA.*5854AA|5854AA.*1861AA/);
    expect(findNear('Bergen', locate)).toBeUndefined();
    expect(findNear('5854 Bergen', locate)?.point).toEqual({ latitude: 51.6, longitude: 6.03 });
  });

  it('is where the own places are, however many others have elsewhere', () => {
    for (const count of [2, 300]) {
      const locate = locateAmong(times(2, north), times(count, south));
      expect(mustFindNear('Bergen', locate).point).toEqual({ latitude: 52.67, longitude: 4.7 });
      expect(locate.towns()).toEqual(['Bergen']);
    }
    const district = locateAmong([north], times(300, summary('Elders', 10, 10, '1861ZZ')));
    expect(mustFindNear('1861', district).point).toEqual({ latitude: 52.67, longitude: 4.7 });
  });

  it('that only others have is the one nearest to the own places, however many they have farther away', () => {
    const locate = locateAmong([summary('Venlo', 51.37, 6.17)], times(300, north), [south]);
    expect(mustFindNear('Bergen', locate).point).toEqual({ latitude: 51.6, longitude: 6.03 });
    const district = locateAmong([summary('Venlo', 51.37, 6.17)], times(9, summary('Elders', 10, 10, '5854ZZ')), [
      south,
    ]);
    expect(mustFindNear('5854', district).point).toEqual({ latitude: 51.6, longitude: 6.03 });
    expect(findNear('Bergen', locateAmong([], times(3, north), [south]))?.point.latitude).toBe(52.67);
    expect(findNear('Bergen', locateAmong([], [north], [south]))).toBeUndefined();
  });

  it.each([
    ['less than a gap apart is one', searchRoomLimits.townGapMetres - 1, 1],
    ['more than two gaps apart is two', 2 * searchRoomLimits.townGapMetres + 1, 2],
  ])('%s', (_, metres, towns) => {
    const other = summary('Bergen', 52.67 + metres / 111_300, 4.7);
    expect(locateIn(north, other).town('Bergen')).toHaveLength(towns);
  });

  it.each([
    ['Giessen', 'Gießen'],
    ['Ølstykke', 'olstykke'],
    ['’s-Graveland', "'s Graveland"],
  ])('%s is found as %s', (name, asked) => {
    expect(findNear(asked, locateIn(summary(name, 50, 8)))?.from).toBe('town');
    expect(findNear(name, locateIn(summary(asked, 50, 8)))?.from).toBe('town');
  });
});

describe('a place as people write it', () => {
  const locate = locateIn(summary('Waterveen', 52.42, 6.02, '8199AA'), summary('Elders', 51, 5, '5555AA'));
  const withPostcode = createLocate(
    { byNode: () => [[summary('Waterveen', 52.42, 6.02, '8199DA')]], placesByPostcode: () => undefined },
    (postcode) => (postcode === '8199DA' ? { latitude: 52.5, longitude: 6.1 } : undefined),
  );

  it.each(['8199DA', '8199-DA', 'NL-8199DA', 'NL 8199DA', 'nl-8199-DA', '8199DA Waterveen', '8199DA, Nederland'])(
    '%s is that postcode',
    (near) => {
      expect(findNear(near, withPostcode)).toEqual({
        point: { latitude: 52.5, longitude: 6.1 },
        from: 'postcode',
        near,
      });
    },
  );

  it.each([
    'Waterveen, Nederland',
    'waterveen nederland',
    'Waterveen, NL',
    'Waterveen, The Netherlands',
    '9999 Waterveen',
  ])('%s is that town', (near) => {
    expect(findNear(near, locate)).toEqual({ point: { latitude: 52.42, longitude: 6.02 }, from: 'town', near });
  });

  it.each(['8199ZZ', '8199 zz', '8199-ZZ', 'NL-8199ZZ'])('%s is somewhere in its district, and says so', (near) => {
    expect(findNear(near, locate)).toEqual({
      point: { latitude: 52.42, longitude: 6.02 },
      from: 'postcode',
      near,
      district: '8199',
    });
  });

  it('in no district that is known stays unknown, and so does the name of a country', () => {
    for (const near of ['8198ZZ', '81990', 'NL-8198ZZ', 'Nederland', ', nl'])
      expect(findNear(near, locate)).toBeUndefined();
  });

  it.each([
    ['waterven', 'Waterveen'],
    ['Waetrveen', 'Waterveen'],
    ['8198 Waterven, Nederland', 'Waterveen'],
    ['Elders-', undefined],
    ['Wartvein', undefined],
    ['Ned', undefined],
  ])('%s is answered with the name that was meant', (near, meant) => {
    const refusal = ((): string => {
      try {
        return mustFindNear(near, locate).from;
      } catch (error) {
        return String(error);
      }
    })();
    expect(/Did you mean (.*?)\?/.exec(refusal)?.[1]).toBe(meant);
  });
});

describe('a place among words', () => {
  const locate = locateIn(summary('Waterveen', 52.42, 6.02, '8199AB'));

  it.each([
    ['batterij 8199', undefined],
    ['8199 batterij', undefined],
    ['batterij in 8199', 'batterij'],
    ['batterij 8199 Waterveen', 'batterij'],
    ['batterij 8199 elders', undefined],
    ['8199 lange batterij', undefined],
    ['batterij in Waterveen', 'batterij'],
    ['waterveen lange batterij', 'lange batterij'],
    ['batterij 8199-AB', 'batterij'],
    ['8199-ab lange batterij', 'lange batterij'],
    ['batterij 8199-ab waterveen', 'batterij'],
    ['batterij in 8199 AB, Waterveen', 'batterij'],
    ['batterij 8199-abc', undefined],
    ['batterij 8199 ml', undefined],
    ['batterij 8199 ml Waterveen', 'batterij'],
    ['batterij 18199-ab', undefined],
    ['batterij 8198-ab', undefined],
  ])('%s leaves %s', (query, words) => {
    expect(placeInQuery(query, locate)?.words).toBe(words);
  });

  it('may be a postcode that is known by its district alone', () => {
    const found = placeInQuery('fietspomp 8199ZZ', locate);
    expect([found?.words, found?.where.district]).toEqual(['fietspomp', '8199']);
    expect(placeInQuery('fietspomp 8198ZZ', locate)).toBeUndefined();
  });

  it('may have a postcode and a name of four words', () => {
    const byTown = locateIn(summary('Alphen aan den Rijn', 52.13, 4.65, '2406AA'));
    for (const postcode of ['2406 AA', '2406AA', '2406-AA', '2406', '9999 XX'])
      for (const query of [`bakker ${postcode} Alphen aan den Rijn`, `${postcode} alphen aan den rijn bakker`])
        expect(placeInQuery(query, byTown)?.words).toBe('bakker');
  });

  it('may be a postcode before a town that is not known by that name, but for one known by its district alone', () => {
    const byPostcode = createLocate({ byNode: () => [], placesByPostcode: () => undefined }, (postcode) =>
      ['2406AA', '2406'].includes(postcode.replace(' ', '')) ? { latitude: 52, longitude: 6 } : undefined,
    );
    expect(placeInQuery('bakker in 2406 AA, Alphen a/d Rijn', byPostcode)).toMatchObject({
      words: 'bakker Alphen a/d Rijn',
      where: { from: 'postcode', near: '2406 AA' },
    });
    expect(placeInQuery('slang 2406 MM lang 2406AA stevig', byPostcode)?.words).toBe('slang 2406 MM lang stevig');
    expect(placeInQuery('slang 2406 MM lang', byPostcode)).toBeUndefined();
  });

  it('never takes words with it that stand behind a postcode', () => {
    const withPostcode = createLocate({ byNode: () => [], placesByPostcode: () => undefined }, (postcode) =>
      postcode.replace(' ', '').toUpperCase() === '8199AB' ? { latitude: 52, longitude: 6 } : undefined,
    );
    expect(placeInQuery('8199AB fietspomp staand', withPostcode)?.words).toBe('fietspomp staand');
    expect(placeInQuery('fietspomp 8199 ab', withPostcode)?.words).toBe('fietspomp');
  });
});
