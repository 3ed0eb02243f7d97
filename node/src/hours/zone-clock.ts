import { createCache } from './bounded-cache.ts';
import { dayMs, hoursLimits } from './limits.ts';

/** What clocks show in one time zone. */
export interface ZoneClock {
  /** Milliseconds to add to an instant to get what the wall shows. */
  offsetMsAt(atMs: number): number;
  /** The instant at which the wall shows this: the first where it is shown twice, the end of the gap where it is never shown. */
  toInstantMs(wallMs: number): number;
}

const minuteMs = 60_000;

/** @throws {RangeError} for a zone that nobody knows */
const createZoneClock = (timeZone: string): ZoneClock => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const readOffsetMs = (atMs: number): number => {
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0] =
      format.format(atMs).match(/\d+/g)?.map(Number) ?? [];
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(atMs / minuteMs) * minuteMs;
  };
  const offsets = createCache<number, number>(hoursLimits.offsetDaysMax);
  const readStart = (day: number): number => readOffsetMs(day * dayMs);
  const offsetAtStart = (day: number): number => offsets.of(day, readStart);
  /** The first instant behind `beforeMs` that has another offset; both bounds are whole minutes. */
  const changeBetween = (beforeMs: number, afterMs: number): number => {
    const before = readOffsetMs(beforeMs);
    let [low, high] = [beforeMs / minuteMs, afterMs / minuteMs];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (readOffsetMs(middle * minuteMs) === before) low = middle;
      else high = middle;
    }
    return high * minuteMs;
  };
  const offsetMsAt = (atMs: number): number => {
    const day = Math.floor(atMs / dayMs);
    const before = offsetAtStart(day);
    const after = offsetAtStart(day + 1);
    if (before === after || atMs < changeBetween(day * dayMs, (day + 1) * dayMs)) return before;
    return after;
  };
  return {
    offsetMsAt,
    toInstantMs(wallMs) {
      const day = Math.floor(wallMs / dayMs);
      // No zone is more than a day away from UTC.
      const before = offsetAtStart(day - 1);
      const after = offsetAtStart(day + 2);
      const early = wallMs - before;
      if (before === after || offsetMsAt(early) === before) return early;
      const late = wallMs - after;
      return offsetMsAt(late) === after ? late : changeBetween((day - 1) * dayMs, (day + 2) * dayMs);
    },
  };
};

/** Time zones by their IANA name; undefined for one that nobody knows. */
export type ZoneClocks = (timeZone: string) => ZoneClock | undefined;

const makeClock = (timeZone: string): ZoneClock | 'unknown' => {
  try {
    return createZoneClock(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return 'unknown';
    throw error;
  }
};

/** Makes clocks of time zones and keeps them: a formatter takes long to make. */
export const createZoneClocks = (): ZoneClocks => {
  const known = createCache<string, ZoneClock | 'unknown'>(hoursLimits.timeZonesMax);
  return (timeZone) => {
    const clock = known.of(timeZone, makeClock);
    return clock === 'unknown' ? undefined : clock;
  };
};
