import { createCache } from './bounded-cache.ts';
import { dayMs, hoursLimits } from './limits.ts';
import { packagePlan } from './package-plan.ts';

/** Knows the public holidays of countries. */
export interface PublicHolidays {
  /** Days since 1970; undefined where nobody has said what this country's holidays are. */
  ofYear(country: string, year: number): ReadonlySet<number> | undefined;
}

const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / dayMs;

const readYear = (country: string, year: number): ReadonlySet<number> | undefined => {
  const first = firstDayOf(year);
  const end = firstDayOf(year + 1);
  const timeline = packagePlan('PH open', country, Number.POSITIVE_INFINITY).timeline(first, end - first);
  if (timeline === undefined) return undefined;
  const days = new Set<number>();
  timeline.startsWallMs.forEach((startWallMs, index) => {
    if (timeline.states[index] !== 'open') return;
    const endDay = (timeline.startsWallMs[index + 1] ?? end * dayMs) / dayMs;
    for (let day = startWallMs / dayMs; day < endDay; day++) days.add(day);
  });
  return days;
};

/** Makes a reader of public holidays that keeps what it has worked out. */
export const createPublicHolidays = (): PublicHolidays => {
  const known = createCache<string, ReadonlySet<number> | 'unknown'>(hoursLimits.holidayYearsMax);
  return {
    ofYear(country, year) {
      const days = known.of(`${country}${year}`, () => readYear(country, year) ?? 'unknown');
      return days === 'unknown' ? undefined : days;
    },
  };
};
