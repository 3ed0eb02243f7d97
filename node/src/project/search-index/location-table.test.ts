import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sphereDistanceMetres } from '../distance.ts';
import { searchIndexLimits } from './limits.ts';
import { LocationTable, mergeLocations } from './location-table.ts';

const rules = { openingHours: 'unknown', closures: [], timeZone: 'Europe/Amsterdam', country: 'NL' };
const point = fc.record({
  latitude: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 89.9, 90, 52)),
  longitude: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 179.9, 180, 5)),
});

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const within = (table: LocationTable, around: Point, radiusMetres: number): number[] => {
  const found: number[] = [];
  table.forWithin(around, radiusMetres, (location) => found.push(location));
  return found.toSorted((one, other) => one - other);
};

describe('locations', () => {
  it('within a distance are those that a look at every one finds, wherever on earth, moved and merged', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat({ max: 29 }), fc.option(point)), { maxLength: 8 }),
        fc.nat({ max: 3 }),
        point,
        fc.oneof(fc.integer({ min: 50, max: 5_000_000 }), fc.constant(25_000_000)),
        (points, moves, mergedWhen, around, radiusMetres) => {
          const table = new LocationTable();
          const there = new Map<number, Point>();
          const put = (location: number, at: Point): void => {
            table.put(location, location, at, rules);
            there.set(location, at);
          };
          for (const at of points) put(table.add(there.size), at);
          const input = mergedWhen > 0 ? table.mergeInput() : undefined;
          if (mergedWhen === 1 && input !== undefined) table.take(mergeLocations(input));
          for (const [location, to] of moves) {
            if (location >= table.end) continue;
            if (to !== null) put(location, to);
            else {
              table.remove(location);
              there.delete(location);
            }
          }
          if (mergedWhen === 2 && input !== undefined) table.take(mergeLocations(input));
          const distances = [...there].map(([location, at]) => ({
            location,
            metres: sphereDistanceMetres(around, at),
          }));
          const found = within(table, around, radiusMetres);
          // What is a metre from the edge may be on either side: two formulas.
          const surely = distances.filter(({ metres }) => metres < radiusMetres * 1.01 - 1);
          const possibly = distances.filter(({ metres }) => metres < radiusMetres * 1.01 + 1);
          expect(surely.filter(({ location }) => !found.includes(location))).toEqual([]);
          expect(found.filter((location) => !possibly.some((other) => other.location === location))).toEqual([]);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('share one object for equal opening rules, so that they are compiled once', () => {
    const table = new LocationTable();
    for (const subject of [0, 1]) table.put(table.add(subject), subject, { latitude: 52, longitude: 5 }, { ...rules });
    expect(table.rulesOf(1)).toBe(table.rulesOf(0));
  });

  it('keep so many opening rules once for all who share them', () => {
    const table = new LocationTable();
    const most = searchIndexLimits.sharedRulesMax;
    const putRules = (hours: number): object | undefined => {
      const location = table.add(0);
      table.put(location, 0, { latitude: 52, longitude: 5 }, { ...rules, openingHours: `h${hours}` });
      return table.rulesOf(location);
    };
    const first = putRules(0);
    for (let hours = 1; hours < most; hours++) putRules(hours);
    expect(putRules(0)).toBe(first);
    putRules(most);
    expect(putRules(0)).not.toBe(first);
  });
});
