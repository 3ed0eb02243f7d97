import { createCache } from './bounded-cache.ts';
import { compileTimeline, type Timeline } from './compile-timeline.ts';
import { readClosures } from './day-runs.ts';
import { dayMs, hoursLimits } from './limits.ts';
import type { OpeningRules, OpeningState } from './opening-state.ts';
import { createPublicHolidays } from './public-holidays.ts';
import { readPlan } from './read-plan.ts';
import { createRulesCache } from './rules-cache.ts';
import { createZoneClocks, type ZoneClocks } from './zone-clock.ts';

/** Says whether places are open. */
export interface OpeningTimes {
  /** Whether a place with these rules is open at an instant; `unknown` for what can't be read, and never throws. */
  stateAt(rules: OpeningRules, atMs: number): OpeningState;
}

type Compiled =
  | { readonly isUnknown: true }
  | { readonly isUnknown: false; readonly timelineOf: (window: number) => Timeline };

const unknown: OpeningState = { state: 'unknown' };
const holiday: OpeningState = { state: 'unknown', isHoliday: true };
const lookAheadMs = hoursLimits.openingLookAheadDays * dayMs;
const windowDays = 14;
const windowMs = windowDays * dayMs;
const firstMs = Date.UTC(hoursLimits.firstYear, 0, 1);
const endMs = Date.UTC(hoursLimits.lastYear + 1, 0, 1);

const look = ({ startsMs, states }: Timeline, atMs: number): OpeningState => {
  let low = 0;
  let high = startsMs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((startsMs[middle] ?? 0) <= atMs) low = middle;
    else high = middle;
  }
  const state = states[low];
  if (state === undefined || state === 'unknown') return unknown;
  if (state === 'holiday') return holiday;
  const changesAtMs = startsMs[low + 1];
  const changesTo = states[low + 1];
  return changesAtMs === undefined || changesTo === undefined || changesAtMs - atMs > lookAheadMs
    ? { state }
    : { state, changesAtMs, changesTo: changesTo === 'holiday' ? 'unknown' : changesTo };
};

/**
 * Makes opening times that keep compiled what was asked: the first question about some hours takes microseconds where they are a plain week,
 * and some milliseconds where they are not; the next ones take less than one microsecond.
 */
export const createOpeningTimes = (
  limits: { readonly compiledHoursMax: number; readonly windowsMax: number } = hoursLimits,
  clocks: ZoneClocks = createZoneClocks(),
): OpeningTimes => {
  const holidays = createPublicHolidays();
  const compiledOf = createRulesCache(limits.compiledHoursMax, (rules: OpeningRules): Compiled => {
    const clock = clocks(rules.timeZone);
    const plan = readPlan(rules.openingHours, rules.country, holidays);
    const closures = readClosures(rules.closures);
    if (clock === undefined || closures === undefined) return { isUnknown: true };
    // Who is closed for two weeks is closed, whatever the hours are.
    if (plan === undefined && closures.length === 0) return { isUnknown: true };
    const windows = createCache<number, Timeline>(limits.windowsMax);
    const work = (window: number): Timeline => compileTimeline(plan, closures, clock, window * windowDays, windowDays);
    return { isUnknown: false, timelineOf: (window) => windows.of(window, work) };
  });

  return {
    stateAt(rules, atMs) {
      if (!(atMs >= firstMs && atMs < endMs)) return unknown;
      const compiled = compiledOf(rules);
      return compiled.isUnknown ? unknown : look(compiled.timelineOf(Math.floor(atMs / windowMs)), atMs);
    },
  };
};
