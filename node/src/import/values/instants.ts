import { createZoneClocks, type ZoneClock } from '../../hours/zone-clock.ts';
import { remembered } from './remembered.ts';
import { type Reading } from './take.ts';

const dayMs = 86_400_000;

/** The instant at which the zone's clocks show this time: the earlier of two in autumn, the one after the leap in spring. */
const instantOfWallTime = (wallMs: number, clock: ZoneClock): number => {
  const before = clock.offsetMsAt(wallMs - dayMs);
  const candidates = [wallMs - before, wallMs - clock.offsetMsAt(wallMs + dayMs)];
  const shown = candidates.filter((instant) => instant + clock.offsetMsAt(instant) === wallMs);
  return shown.length === 0 ? wallMs - before : Math.min(...shown);
};

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const mailForm =
  /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*(Z|UT|UTC|GMT|[+-]\d{4})?$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface WallTime {
  readonly wallMs: number;
  readonly offsetMs: number | undefined;
  readonly dateOnly: boolean;
}

const offsetHoursMax = 14;

const readOffset = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  if (minutes > offsetHoursMax * 60 || Number(parts[3] ?? 0) > 59) return Number.NaN;
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
};

const wallTime = (
  [year, month, day, hour, minute, second]: readonly (string | undefined)[],
  offset: string | undefined,
): WallTime | undefined => {
  const figures = [year, month, day, hour ?? 0, minute ?? 0, second ?? 0].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [y, m, d, h, min, s] = figures;
  const wall = new Date(Date.UTC(y, m - 1, d, h, min, s));
  // A day or hour that does not exist rolls over: 30 February.
  const exists =
    y >= 1900 && m >= 1 && m <= 12 && wall.getUTCDate() === d && wall.getUTCHours() === h && min < 60 && s < 60;
  const offsetMs = readOffset(offset);
  if (!exists || Number.isNaN(offsetMs)) return undefined;
  return { wallMs: wall.getTime(), offsetMs, dateOnly: hour === undefined };
};

const readWallTime = (text: string): WallTime | undefined => {
  const iso = isoForm.exec(text);
  if (iso !== null) return wallTime(iso.slice(1, 7), iso[7]);
  const mail = mailForm.exec(text);
  if (mail === null) return undefined;
  const month = months.indexOf((mail[2] ?? '').toLowerCase()) + 1;
  return wallTime([mail[3], String(month), mail[1], mail[4], mail[5], mail[6]], mail[7]);
};

/** RFC 3339 in UTC with whole seconds. */
const showInstant = (instantMs: number): string => new Date(instantMs).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** From and through of a period; either may be absent. */
interface Period {
  readonly from?: string | undefined;
  readonly through?: string | undefined;
}

export interface InstantReaders {
  /** Reads one moment, as in feeds and mails, into RFC 3339, UTC, whole seconds. */
  readonly instant: (raw: string) => Reading<string>;
  /** Reads two moments with a slash between; a day without hours starts a period at midnight and ends it before the next. */
  readonly period: (raw: string) => Reading<Period>;
}

const instantCharactersMax = 100;
const clocks = createZoneClocks();

/**
 * Makes readers of times.
 * @param timeZone IANA name, for times without offset: these are taken there, with a warning
 * @throws {RangeError} for a zone that nobody knows
 */
export const instantReaders = (timeZone: string): InstantReaders => {
  const clock = clocks(timeZone);
  if (clock === undefined) throw new RangeError(`${timeZone} is no time zone`);
  const read = (raw: string, end: boolean): Reading<number> => {
    const wall = raw.length > instantCharactersMax ? undefined : readWallTime(raw.trim());
    if (wall === undefined) return { problem: 'date-unreadable' };
    const wallMs = wall.wallMs + (end && wall.dateOnly ? dayMs - 1_000 : 0);
    if (wall.offsetMs !== undefined) return { value: wallMs - wall.offsetMs };
    return { value: instantOfWallTime(wallMs, clock), problem: 'time-without-offset' };
  };
  const instant = remembered((raw: string): Reading<string> => {
    const { value, problem } = read(raw, false);
    return { value: value === undefined ? undefined : showInstant(value), problem };
  });
  const period = remembered((raw: string): Reading<Period> => {
    const [first = '', last = '', ...more] = raw.split('/').map((side) => side.trim());
    if (more.length > 0 || !raw.includes('/') || first + last === '') return { problem: 'date-unreadable' };
    const from: Reading<number> = first === '' ? {} : read(first, false);
    const through: Reading<number> = last === '' ? {} : read(last, true);
    const problems = [from.problem, through.problem];
    if (problems.includes('date-unreadable')) return { problem: 'date-unreadable' };
    if ((from.value ?? -Infinity) > (through.value ?? Infinity)) return { problem: 'date-range-reversed' };
    return {
      value: {
        ...(from.value === undefined ? {} : { from: showInstant(from.value) }),
        ...(through.value === undefined ? {} : { through: showInstant(through.value) }),
      },
      problem: problems.find((problem) => problem !== undefined),
    };
  });
  return { instant, period };
};
