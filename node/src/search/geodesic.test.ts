import * as fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { distancesFrom, geodesicMetres, type Point } from './geodesic.ts';

const wgs84 = geodesic.Geodesic.WGS84;
const truth = (from: Point, to: Point): number =>
  wgs84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude).s12 ?? Number.NaN;
const away = (from: Point, bearing: number, metres: number): Point => {
  const { lat2 = Number.NaN, lon2 = Number.NaN } = wgs84.Direct(from.latitude, from.longitude, bearing, metres);
  return { latitude: lat2, longitude: lon2 };
};

const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true });
const point = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const bearing = degrees(180);

describe('distances', () => {
  it('are those of GeographicLib to a millimetre, wherever and up to 1,000 km', () => {
    fc.assert(
      fc.property(point, bearing, fc.double({ min: 0, max: 1_000_000, noNaN: true }), (from, to, metres) => {
        expect(Math.abs(geodesicMetres(from, away(from, to, metres)) - metres)).toBeLessThan(0.001);
      }),
    );
  });

  it('are finite between any two points', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const expected = truth(from, to);
        expect(Math.abs(geodesicMetres(from, to) - expected)).toBeLessThanOrEqual(0.006 * expected + 0.001);
      }),
    );
  });

  it('measured quickly are within 0.1%', () => {
    fc.assert(
      fc.property(point, bearing, fc.double({ min: 0, max: 299_000, noNaN: true }), (from, to, metres) => {
        const { latitude, longitude } = away(from, to, metres);
        const measured = distancesFrom(from, [300_000]).metresTo(latitude, longitude);
        expect(Math.abs(measured - metres)).toBeLessThanOrEqual(0.001 * metres + 0.01);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are on the right side of a radius, a centimetre from it', () => {
    const radius = fc.integer({ min: 50, max: 100_000 });
    fc.assert(
      fc.property(point, bearing, radius, fc.boolean(), (from, to, radiusMetres, within) => {
        const { latitude, longitude } = away(from, to, radiusMetres + (within ? -0.01 : 0.01));
        const distances = distancesFrom(from, [radiusMetres, 3 * radiusMetres]);
        expect(distances.metresTo(latitude, longitude) <= radiusMetres).toBe(within);
      }),
      { numRuns: 2_000 },
    );
  });

  it('end at the farthest boundary', () => {
    const from = { latitude: 52.42, longitude: 6.02 };
    const { latitude, longitude } = away(from, 30, 3_001);
    expect(distancesFrom(from, [1_000, 3_000]).metresTo(latitude, longitude)).toBe(Infinity);
  });
});
