import type { ValueIssueCode } from '../issue-codes/values.ts';

/** A point in WGS84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Degrees as files have them: a point or comma, and perhaps the letter of the hemisphere. */
const readDegrees = (raw: string): number | undefined => {
  const parts = /^([+-]?\d{1,3}(?:[.,]\d{1,20})?)\s*°?\s*([NESWO])?$/i.exec(raw.trim());
  if (parts === null) return undefined;
  const degrees = Number((parts[1] ?? '').replace(',', '.'));
  return /^[SW]$/i.test(parts[2] ?? '') ? -degrees : degrees;
};

/** West, south, east, north of the European part of a country, with some room. */
const boxes: Readonly<Record<string, readonly [number, number, number, number]>> = {
  NL: [3.2, 50.7, 7.3, 53.7],
  BE: [2.4, 49.4, 6.5, 51.6],
  LU: [5.6, 49.4, 6.6, 50.3],
  DE: [5.8, 47.2, 15.1, 55.1],
  FR: [-5.3, 41.2, 9.7, 51.2],
};

const isWithin = (
  { latitude, longitude }: Point,
  [west, south, east, north]: readonly [number, number, number, number],
) => longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/**
 * Reads a point.
 * @param country ISO 3166-1, to notice latitude and longitude that have changed places; they are not changed back, because that would be a guess
 */
export const readPoint = (
  latitudeText: string,
  longitudeText: string,
  country: string,
): { readonly point?: Point; readonly problem?: ValueIssueCode } => {
  const latitude = readDegrees(latitudeText);
  const longitude = readDegrees(longitudeText);
  if (latitude === undefined || longitude === undefined) return { problem: 'coordinates-unreadable' };
  const point = { latitude, longitude };
  const swapped = { latitude: longitude, longitude: latitude };
  const box = Object.hasOwn(boxes, country) ? boxes[country] : undefined;
  if (box !== undefined && !isWithin(point, box) && isWithin(swapped, box)) return { problem: 'coordinates-swapped' };
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { point } : { problem: 'coordinates-outside' };
};
