import { dayMs } from './limits.ts';
import { createZoneClocks } from './zone-clock.ts';

const clocks = createZoneClocks();
const minuteMs = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');

const seconds = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/**
 * An instant as RFC 3339 with the offset that holds there then: `2026-11-22T09:00:00+01:00`; in UTC, with `Z`, where nobody knows the zone.
 * @throws {RangeError} outside the years 0 to 9999
 */
export const instantInZone = (atMs: number, timeZone: string): string => {
  const clock = clocks(timeZone);
  if (clock === undefined) return `${seconds(atMs)}Z`;
  const offsetMs = clock.offsetMsAt(atMs);
  const minutes = Math.abs(offsetMs) / minuteMs;
  return `${seconds(atMs + offsetMs)}${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The day of the calendar that an instant has in a zone, in days since 1970; in UTC where nobody knows the zone. */
export const dayInZone = (atMs: number, timeZone: string): number =>
  Math.floor((atMs + (clocks(timeZone)?.offsetMsAt(atMs) ?? 0)) / dayMs);
