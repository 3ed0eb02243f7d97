import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantInZone } from './instant-in-zone.ts';
import { dayMs, hoursLimits } from './limits.ts';
import type { OpeningRules } from './opening-state.ts';
import { createOpeningTimes } from './opening-times.ts';

const rules = (openingHours: string, more: Partial<OpeningRules> = {}): OpeningRules => ({
  openingHours,
  closures: [],
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  ...more,
});
const times = createOpeningTimes();

interface Case extends Partial<OpeningRules> {
  readonly openingHours: string;
  readonly at: string;
  readonly state: string;
  /** When it changes, as the place's clock says it. */
  readonly until?: string;
  readonly to?: string;
  readonly isHoliday?: true;
}

const shop = 'Mo-Fr 09:00-18:00; Sa 09:00-17:00; PH off';
const bar = 'Fr,Sa 22:00-02:30';
const plainWeek = 'Mo-Fr 09:00-18:00';
const christmas = [{ from: '2026-12-25', through: '2026-12-26' }];
const changes = (until: string, to: string): { readonly until: string; readonly to: string } => ({ until, to });

const openingCases: readonly Case[] = [
  {
    openingHours: shop,
    at: '2026-11-20T10:00:00+01:00',
    state: 'open',
    ...changes('2026-11-20T18:00:00+01:00', 'closed'),
  },
  {
    openingHours: shop,
    at: '2026-11-20T18:00:00+01:00',
    state: 'closed',
    ...changes('2026-11-21T09:00:00+01:00', 'open'),
  },
  {
    openingHours: shop,
    at: '2026-11-22T12:00:00+01:00',
    state: 'closed',
    ...changes('2026-11-23T09:00:00+01:00', 'open'),
  },
  // Two days of Christmas, then a Sunday.
  {
    openingHours: shop,
    at: '2026-12-25T10:00:00+01:00',
    state: 'closed',
    ...changes('2026-12-28T09:00:00+01:00', 'open'),
  },
  // King's Day, and Easter Monday.
  {
    openingHours: shop,
    at: '2026-04-27T10:00:00+02:00',
    state: 'closed',
    ...changes('2026-04-28T09:00:00+02:00', 'open'),
  },
  {
    openingHours: shop,
    at: '2026-04-06T10:00:00+02:00',
    state: 'closed',
    ...changes('2026-04-07T09:00:00+02:00', 'open'),
  },
  // The same day in three countries: Bastille Day is French.
  {
    openingHours: shop,
    at: '2026-07-14T10:00:00+02:00',
    state: 'open',
    ...changes('2026-07-14T18:00:00+02:00', 'closed'),
  },
  {
    openingHours: shop,
    country: 'FR',
    timeZone: 'Europe/Paris',
    at: '2026-07-14T10:00:00+02:00',
    state: 'closed',
    ...changes('2026-07-15T09:00:00+02:00', 'open'),
  },
  {
    openingHours: shop,
    country: 'BE',
    timeZone: 'Europe/Brussels',
    at: '2026-07-21T10:00:00+02:00',
    state: 'closed',
    ...changes('2026-07-22T09:00:00+02:00', 'open'),
  },
  {
    openingHours: shop,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    at: '2025-10-03T10:00:00+02:00',
    state: 'closed',
    ...changes('2025-10-04T09:00:00+02:00', 'open'),
  },
  // Around the clock, and closed days within.
  { openingHours: '24/7', at: '2026-11-20T10:00:00+01:00', state: 'open' },
  {
    openingHours: '24/7',
    closures: christmas,
    at: '2026-12-24T12:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T00:00:00+01:00', 'closed'),
  },
  {
    openingHours: '24/7',
    closures: christmas,
    at: '2026-12-26T12:00:00+01:00',
    state: 'closed',
    ...changes('2026-12-27T00:00:00+01:00', 'open'),
  },
  {
    openingHours: shop,
    closures: [{ from: '2026-11-20', through: '2026-11-20' }],
    at: '2026-11-20T10:00:00+01:00',
    state: 'closed',
    ...changes('2026-11-21T09:00:00+01:00', 'open'),
  },
  // Thursday's night belongs to Thursday, also when Friday is closed.
  {
    openingHours: 'Mo-Su 20:00-02:00',
    closures: christmas,
    at: '2026-12-24T23:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T02:00:00+01:00', 'closed'),
  },
  {
    openingHours: 'Mo-Su 20:00-02:00',
    closures: christmas,
    at: '2026-12-25T02:30:00+01:00',
    state: 'closed',
    ...changes('2026-12-27T20:00:00+01:00', 'open'),
  },
  {
    openingHours: 'Mo-We,Sa,Su 20:00-24:00; Th 06:00-24:00; Fr 00:00-18:00',
    closures: christmas,
    at: '2026-12-24T23:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T00:00:00+01:00', 'closed'),
  },
  // Friday's night belongs to Friday: it is closed with it, and stays when Sunday closes.
  {
    openingHours: bar,
    closures: [{ from: '2026-11-20', through: '2026-11-20' }],
    at: '2026-11-21T01:00:00+01:00',
    state: 'closed',
    ...changes('2026-11-21T22:00:00+01:00', 'open'),
  },
  {
    openingHours: bar,
    at: '2026-11-21T01:00:00+01:00',
    state: 'open',
    ...changes('2026-11-21T02:30:00+01:00', 'closed'),
  },
  // In spring the hour from two to three is skipped: half past two never comes.
  {
    openingHours: bar,
    at: '2026-03-29T01:59:59+01:00',
    state: 'open',
    ...changes('2026-03-29T03:00:00+02:00', 'closed'),
  },
  {
    openingHours: bar,
    at: '2026-03-29T03:00:00+02:00',
    state: 'closed',
    // Good Friday.
    ...changes('2026-04-03T22:00:00+02:00', 'unknown'),
  },
  {
    openingHours: 'Su 02:15-02:45',
    at: '2026-03-29T01:59:00+01:00',
    state: 'closed',
    ...changes('2026-04-05T02:15:00+02:00', 'open'),
  },
  {
    openingHours: 'Su 02:30-05:00',
    at: '2026-03-29T01:59:00+01:00',
    state: 'closed',
    ...changes('2026-03-29T03:00:00+02:00', 'open'),
  },
  // In autumn it comes twice: half past two is the first one, and three o'clock is behind both.
  {
    openingHours: bar,
    at: '2026-10-25T02:15:00+02:00',
    state: 'open',
    ...changes('2026-10-25T02:30:00+02:00', 'closed'),
  },
  {
    openingHours: bar,
    at: '2026-10-25T02:15:00+01:00',
    state: 'closed',
    ...changes('2026-10-30T22:00:00+01:00', 'open'),
  },
  {
    openingHours: 'Sa 22:00-03:00',
    at: '2026-10-25T02:15:00+01:00',
    state: 'open',
    ...changes('2026-10-25T03:00:00+01:00', 'closed'),
  },
  {
    openingHours: 'week 1-53 Sa 22:00-03:00',
    at: '2026-10-25T02:15:00+02:00',
    state: 'open',
    ...changes('2026-10-25T03:00:00+01:00', 'closed'),
  },
  // Open end: until then at least.
  {
    openingHours: 'Mo-Su 10:00-18:00+',
    at: '2026-11-20T12:00:00+01:00',
    state: 'open',
    ...changes('2026-11-20T18:00:00+01:00', 'unknown'),
  },
  { openingHours: 'Mo-Su 10:00-18:00+', at: '2026-11-20T19:00:00+01:00', state: 'unknown' },
  {
    openingHours: 'Mo-Su 18:00+',
    at: '2026-11-20T17:00:00+01:00',
    state: 'closed',
    ...changes('2026-11-20T18:00:00+01:00', 'unknown'),
  },
  // By appointment, and nothing said of a day.
  { openingHours: 'Mo-Fr 09:00-17:00; Sa "op afspraak"', at: '2026-11-21T12:00:00+01:00', state: 'unknown' },
  { openingHours: 'Mo-Fr 09:00-17:00 || "op afspraak"', at: '2026-11-21T12:00:00+01:00', state: 'unknown' },
  {
    openingHours: 'Mo-Fr 09:00-17:00; Sa,Su unknown',
    at: '2026-11-20T12:00:00+01:00',
    state: 'open',
    ...changes('2026-11-20T17:00:00+01:00', 'closed'),
  },
  // Weeks, Easter, first Mondays, seasons, single days.
  {
    openingHours: 'week 1-53/2 Mo 10:00-12:00',
    at: '2026-11-16T10:30:00+01:00',
    state: 'open',
    ...changes('2026-11-16T12:00:00+01:00', 'closed'),
  },
  {
    openingHours: 'week 1-53/2 Mo 10:00-12:00',
    at: '2026-11-23T10:30:00+01:00',
    state: 'closed',
    ...changes('2026-11-30T10:00:00+01:00', 'open'),
  },
  {
    openingHours: 'Mo-Su 10:00-12:00; easter off',
    at: '2026-04-05T10:30:00+02:00',
    state: 'closed',
    ...changes('2026-04-06T10:00:00+02:00', 'unknown'),
  },
  {
    openingHours: 'Mo[1] 10:00-12:00',
    at: '2026-12-07T10:30:00+01:00',
    state: 'open',
    ...changes('2026-12-07T12:00:00+01:00', 'closed'),
  },
  { openingHours: 'Mo[1] 10:00-12:00', at: '2026-12-14T10:30:00+01:00', state: 'closed' },
  {
    openingHours: 'Apr-Sep Mo-Su 08:00-20:00; Oct-Mar Mo-Su 10:00-16:00',
    at: '2026-09-30T20:30:00+02:00',
    state: 'closed',
    ...changes('2026-10-01T10:00:00+02:00', 'open'),
  },
  {
    openingHours: `${shop}; 2026 Dec 26 10:00-12:00`,
    at: '2026-12-26T11:00:00+01:00',
    state: 'open',
    ...changes('2026-12-26T12:00:00+01:00', 'closed'),
  },
  // Hours that say nothing of public holidays: open on a Friday is not open at Christmas, and closed at night is closed.
  { openingHours: plainWeek, at: '2026-12-25T10:00:00+01:00', state: 'unknown', isHoliday: true },
  {
    openingHours: plainWeek,
    at: '2026-12-25T08:59:00+01:00',
    state: 'closed',
    ...changes('2026-12-25T09:00:00+01:00', 'unknown'),
  },
  {
    openingHours: plainWeek,
    at: '2026-12-24T17:00:00+01:00',
    state: 'open',
    ...changes('2026-12-24T18:00:00+01:00', 'closed'),
  },
  {
    openingHours: plainWeek,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    at: '2026-04-27T10:00:00+02:00',
    state: 'open',
    ...changes('2026-04-27T18:00:00+02:00', 'closed'),
  },
  {
    openingHours: plainWeek,
    country: 'XX',
    at: '2026-12-25T10:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T18:00:00+01:00', 'closed'),
  },
  // The night of the day before is that day's; the night of the holiday is the holiday's.
  {
    openingHours: 'Mo-Su 20:00-02:00',
    at: '2026-12-25T01:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T02:00:00+01:00', 'closed'),
  },
  { openingHours: 'Mo-Su 20:00-02:00', at: '2026-12-27T01:00:00+01:00', state: 'unknown', isHoliday: true },
  // Who never closes says so; who names the day says it; who names a season does not.
  { openingHours: '24/7', at: '2026-12-25T10:00:00+01:00', state: 'open' },
  { openingHours: 'Mo-Su 00:00-24:00', at: '2026-12-25T10:00:00+01:00', state: 'open' },
  {
    openingHours: `${plainWeek}; Dec 25-26 11:00-13:00`,
    at: '2026-12-25T12:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T13:00:00+01:00', 'closed'),
  },
  // Seven days are named, eight are a season.
  {
    openingHours: `${plainWeek}; Dec 24-30 11:00-13:00`,
    at: '2026-12-25T12:00:00+01:00',
    state: 'open',
    ...changes('2026-12-25T13:00:00+01:00', 'closed'),
  },
  {
    openingHours: `${plainWeek}; Dec 24-31 11:00-13:00`,
    at: '2026-12-25T12:00:00+01:00',
    state: 'unknown',
    isHoliday: true,
  },
  {
    openingHours: 'Mar 01-Apr 30 Mo-Su 10:00-12:00',
    at: '2026-04-06T11:00:00+02:00',
    state: 'unknown',
    isHoliday: true,
  },
  { openingHours: 'week 1-53 Mo-Su 10:00-12:00', at: '2026-04-06T11:00:00+02:00', state: 'unknown', isHoliday: true },
  {
    openingHours: 'Mo-Su 10:00-12:00; easter +1 day off',
    at: '2026-04-06T11:00:00+02:00',
    state: 'closed',
    ...changes('2026-04-07T10:00:00+02:00', 'open'),
  },
  {
    openingHours: plainWeek,
    closures: christmas,
    at: '2026-12-25T10:00:00+01:00',
    state: 'closed',
    ...changes('2026-12-28T09:00:00+01:00', 'open'),
  },
  // Closed for Christmas is closed, whatever the hours are.
  {
    openingHours: 'unknown',
    closures: christmas,
    at: '2026-12-25T12:00:00+01:00',
    state: 'closed',
    ...changes('2026-12-27T00:00:00+01:00', 'unknown'),
  },
  { openingHours: 'unknown', closures: christmas, at: '2026-12-24T12:00:00+01:00', state: 'unknown' },
  // Elsewhere on Earth.
  {
    openingHours: 'Mo-Fr 09:00-18:00',
    timeZone: 'Asia/Kolkata',
    country: 'IN',
    at: '2026-11-20T03:29:59Z',
    state: 'closed',
    ...changes('2026-11-20T09:00:00+05:30', 'open'),
  },
  {
    openingHours: 'Mo-Fr 09:00-18:00',
    timeZone: 'America/New_York',
    country: 'US',
    at: '2026-11-20T22:00:00Z',
    state: 'open',
    ...changes('2026-11-20T18:00:00-05:00', 'closed'),
  },
  {
    openingHours: 'Mo-Fr 09:00-18:00',
    timeZone: 'Pacific/Kiritimati',
    country: 'KI',
    at: '2026-11-19T20:00:00Z',
    state: 'open',
    ...changes('2026-11-20T18:00:00+14:00', 'closed'),
  },
  {
    openingHours: 'Su 02:15-04:00',
    timeZone: 'Australia/Lord_Howe',
    country: 'AU',
    at: '2026-10-03T15:29:00Z',
    state: 'closed',
    ...changes('2026-10-04T02:30:00+11:00', 'open'),
  },
];

describe('stateAt', () => {
  test.each(openingCases)('$openingHours at $at', ({ at, state, until, to, isHoliday, ...given }: Case) => {
    const found = times.stateAt(rules(given.openingHours, given), Date.parse(at));
    const changesAt =
      found.changesAtMs === undefined
        ? undefined
        : instantInZone(found.changesAtMs, given.timeZone ?? 'Europe/Amsterdam');
    expect([found.state, changesAt, found.changesTo, found.isHoliday]).toEqual([state, until, to, isHoliday]);
  });

  test('a state holds until its change, and then is what was said', () => {
    const texts = openingCases.map(({ openingHours }) => openingHours);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
        fc.array(fc.integer({ min: -2, max: 20 }), { maxLength: 2 }),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (openingHours, timeZone, closedDays, at, part) => {
          const closures = closedDays.map((day) => {
            const from = new Date(at + day * dayMs).toISOString().slice(0, 10);
            return { from, through: from };
          });
          const given = rules(openingHours, { timeZone, closures });
          const {
            state,
            changesAtMs = at + hoursLimits.openingLookAheadDays * dayMs,
            changesTo = state,
          } = times.stateAt(given, at);
          if (state === 'unknown') return;
          expect(times.stateAt(given, at + Math.floor((changesAtMs - at) * part)).state).toBe(state);
          expect(times.stateAt(given, changesAtMs - 1).state).toBe(state);
          expect(times.stateAt(given, changesAtMs).state).toBe(changesTo);
        },
      ),
      { numRuns: 500 },
    );
  });
});
