import { dayMs } from './limits.ts';
import type { PublicHolidays } from './public-holidays.ts';
import type { HoursPlan, State } from './wall-timeline.ts';
import { holidayBit, type WeekRule } from './week-rules.ts';

const minuteMs = 60_000;
const dayMinutes = 1_440;

/** A day of the calendar, as far as a plain week can tell days apart. */
interface Day {
  readonly weekday: number;
  readonly month: number;
  readonly isHoliday: boolean;
  readonly year: number;
  /** As in `Dates`. */
  readonly date: number;
}

interface Paint {
  readonly from: number;
  readonly until: number;
  readonly state: State;
}

const fallsOnDate = ({ dates }: WeekRule, { year, date }: Day): boolean =>
  dates === undefined ||
  ((dates.year === undefined || dates.year === year) && dates.first <= date && date <= dates.last);

const falls = (rule: WeekRule, day: Day): boolean => fallsOnDate(rule, day) && fallsInWeek(rule, day);

const fallsInWeek = ({ months, days }: WeekRule, { weekday, month, isHoliday }: Day): boolean =>
  (months === undefined || (months & (1 << month)) !== 0) &&
  (days === undefined || (days & (1 << weekday)) !== 0 || (isHoliday && (days & (1 << holidayBit)) !== 0));

const hasDate = (rule: WeekRule | undefined): boolean =>
  rule !== undefined && (rule.days !== undefined || rule.months !== undefined || rule.dates !== undefined);

/** A rule that opens takes the place of all before it on its days; one that closes paints over them. */
const replaces = (rule: WeekRule, before: WeekRule | undefined): boolean => {
  if (rule.isAdditional || rule.state === 'closed') return false;
  return hasDate(rule) || (before !== undefined && rule.state === 'open' && !hasDate(before));
};

const paintsOf = (rules: readonly WeekRule[], today: Day, yesterday: Day): readonly Paint[] => {
  let paints: Paint[] = [];
  rules.forEach((rule, index) => {
    const { spans, state } = rule;
    if (falls(rule, today)) {
      if (replaces(rule, rules[index - 1])) paints = [];
      if (spans.length === 0) paints.push({ from: 0, until: dayMinutes, state });
      for (const { from, until } of spans) paints.push({ from, until: Math.min(until, dayMinutes), state });
    }
    if (!falls(rule, yesterday)) return;
    for (const { until } of spans) {
      if (until > dayMinutes) paints.push({ from: 0, until: until - dayMinutes, state });
    }
  });
  return paints;
};

interface Change {
  readonly minute: number;
  readonly state: State;
}

/** What holds from which minute of the day, the last paint on top. */
const changesOf = (paints: readonly Paint[]): readonly Change[] => {
  const minutes = [...new Set([0, ...paints.flatMap(({ from, until }) => [from, until])])]
    .filter((minute) => minute < dayMinutes)
    .toSorted((one, other) => one - other);
  return minutes.map((minute) => ({
    minute,
    state: paints.findLast(({ from, until }) => from <= minute && minute < until)?.state ?? 'closed',
  }));
};

/** Opening hours of a plain week, worked out in microseconds. */
export const weekPlan = (rules: readonly WeekRule[], country: string, holidays: PublicHolidays): HoursPlan => {
  const needsHolidays = rules.some(({ days }) => days !== undefined && (days & (1 << holidayBit)) !== 0);
  const needsMonths = rules.some(({ months }) => months !== undefined);
  const dated = rules.filter(({ dates }) => dates !== undefined);
  /** Most days are like one that has been worked out before. */
  const known: (readonly Change[] | undefined)[] = [];
  const none: ReadonlySet<number> = new Set();

  const changesOfDay = (today: Day, yesterday: Day): readonly Change[] => {
    if (dated.some((rule) => fallsOnDate(rule, today) || fallsOnDate(rule, yesterday))) {
      return changesOf(paintsOf(rules, today, yesterday));
    }
    let key = today.weekday * 4 + (today.isHoliday ? 2 : 0) + (yesterday.isHoliday ? 1 : 0);
    if (needsMonths) key += 28 * (today.month * 2 + (today.month === yesterday.month ? 0 : 1));
    return (known[key] ??= changesOf(paintsOf(rules, today, yesterday)));
  };

  return {
    timeline(firstDay, days) {
      const startsWallMs: number[] = [];
      const states: State[] = [];
      let holidayYear: number | undefined;
      let ofYear: ReadonlySet<number> | undefined = none;
      let yesterday: Day | undefined;
      for (let day = firstDay - 1; day < firstDay + days; day++) {
        const midnight = new Date(day * dayMs);
        const year = midnight.getUTCFullYear();
        const month = midnight.getUTCMonth();
        if (needsHolidays && year !== holidayYear) {
          holidayYear = year;
          ofYear = holidays.ofYear(country, year);
          if (ofYear === undefined) return undefined;
        }
        const date = month * 32 + midnight.getUTCDate();
        const today: Day = { weekday: midnight.getUTCDay(), month, isHoliday: ofYear.has(day), year, date };
        if (yesterday !== undefined) {
          for (const { minute, state } of changesOfDay(today, yesterday)) {
            if (states.at(-1) === state) continue;
            startsWallMs.push(day * dayMs + minute * minuteMs);
            states.push(state);
          }
        }
        yesterday = today;
      }
      return { startsWallMs, states };
    },
  };
};
