import { doubtHolidays, saysHolidays } from './doubt-holidays.ts';
import { hoursLimits } from './limits.ts';
import { packagePlan } from './package-plan.ts';
import type { PublicHolidays } from './public-holidays.ts';
import { readableHours } from './readable-hours.ts';
import type { HoursPlan } from './wall-timeline.ts';
import { weekPlan } from './week-plan.ts';
import { readWeek } from './week-rules.ts';

/** `ZZ` is no country's code, and has no holidays. */
const countryOf = (text: string): string => (/^[A-Z]{2}$/.test(text) ? text : 'ZZ');

const planOf = (text: string, country: string, holidays: PublicHolidays): HoursPlan | undefined => {
  const week = readWeek(text);
  if (week !== undefined) return weekPlan(week, country, holidays);
  return text.length > hoursLimits.packageCharactersMax ? undefined : packagePlan(text, country);
};

/** Reads opening hours: a plain week here, all else with the package; undefined where they say nothing that can be relied on. */
export const readPlan = (openingHours: string, country: string, holidays: PublicHolidays): HoursPlan | undefined => {
  const text = readableHours(openingHours);
  if (text === undefined) return undefined;
  const plan = planOf(text, countryOf(country), holidays);
  return plan === undefined || saysHolidays(text) ? plan : doubtHolidays(plan, text, countryOf(country), holidays);
};
