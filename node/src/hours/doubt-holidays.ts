import { cutRuns, type DayRun } from './day-runs.ts';
import { dayMs } from './limits.ts';
import type { PublicHolidays } from './public-holidays.ts';
import type { HoursPlan, State } from './wall-timeline.ts';
import { type Dates, readWeek } from './week-rules.ts';

/** Who never closes says so of every day. */
const neverCloses = /^(24\/7|(Mo-Su )?00:00-24:00)( open)?$/;

/** Whether opening hours say what holds on public holidays. */
export const saysHolidays = (text: string): boolean => /\bPH\b/i.test(text) || neverCloses.test(text);

/** A rule of a few days means those days; one of more is a season, with whatever holidays lie in it. */
const namedDaysMax = 7;
/** A month has 32 numbers, the last of which is no day. */
const isNamed = ({ first, last }: Dates): boolean => last - first < namedDaysMax;

/** The days that opening hours name by their date, as far as they are written as a plain week is. */
const namedDates = (text: string): readonly Dates[] =>
  text
    .split(';')
    .flatMap((part) => readWeek(part.trim()) ?? [])
    .flatMap(({ dates }) => dates ?? [])
    .filter(isNamed);

const isOneOf = (day: number, dates: readonly Dates[]): boolean => {
  const midnight = new Date(day * dayMs);
  const date = midnight.getUTCMonth() * 32 + midnight.getUTCDate();
  return dates.some(
    ({ year, first, last }) =>
      (year === undefined || year === midnight.getUTCFullYear()) && first <= date && date <= last,
  );
};

const runsOf = (days: readonly number[]): readonly DayRun[] => {
  const runs: DayRun[] = [];
  for (const day of days) {
    const before = runs.at(-1);
    if (before?.lastDay === day - 1) runs[runs.length - 1] = { firstDay: before.firstDay, lastDay: day };
    else runs.push({ firstDay: day, lastDay: day });
  }
  return runs;
};

/** Nobody opens on a holiday when they would be closed anyway; whether they open when they usually do is not known. */
const doubt = (state: State): State => (state === 'open' ? 'holiday' : state);

/** Opening hours that say nothing of public holidays: what would be open then is unknown. Unknown is not closed, and not open either. */
export const doubtHolidays = (plan: HoursPlan, text: string, country: string, holidays: PublicHolidays): HoursPlan => {
  const named = namedDates(text);
  return {
    timeline(firstDay, days) {
      const timeline = plan.timeline(firstDay, days);
      if (timeline === undefined) return undefined;
      const lastDay = firstDay + days - 1;
      const years = [...new Set([firstDay, lastDay].map((day) => new Date(day * dayMs).getUTCFullYear()))];
      const doubted = years
        .flatMap((year) => [...(holidays.ofYear(country, year) ?? [])])
        .filter((day) => firstDay <= day && day <= lastDay && !isOneOf(day, named))
        .toSorted((one, other) => one - other);
      return cutRuns(timeline, runsOf(doubted), doubt);
    },
  };
};
