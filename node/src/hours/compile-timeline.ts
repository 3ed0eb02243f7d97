import { cutRuns, type DayRun } from './day-runs.ts';
import { dayMs, hoursLimits } from './limits.ts';
import type { HoursPlan, State } from './wall-timeline.ts';
import type { ZoneClock } from './zone-clock.ts';

/** States in the order of time, by instants: each holds until the next start. Neighbours differ. */
export interface Timeline {
  readonly startsMs: Float64Array;
  readonly states: readonly State[];
}

/** A night that began the day before, and a zone that is a day away. */
const daysBefore = 2;
const daysAfter = hoursLimits.openingLookAheadDays + 2;

/**
 * Works out when a place opens and closes: hours on its wall, then closed days cut out, then instants.
 * @param plan undefined for hours that say nothing that can be relied on: a closure is a closure all the same
 * @param firstDay days since 1970
 * @param days how many can be asked for; a change is seen for `openingLookAheadDays` more
 */
export const compileTimeline = (
  plan: HoursPlan | undefined,
  closures: readonly DayRun[],
  clock: ZoneClock,
  firstDay: number,
  days: number,
): Timeline => {
  const plain = plan?.timeline(firstDay - daysBefore, daysBefore + days + daysAfter) ?? {
    startsWallMs: [(firstDay - daysBefore) * dayMs],
    states: ['unknown'],
  };
  const wall = cutRuns(plain, closures, () => 'closed');
  const startsMs: number[] = [];
  const states: State[] = [];
  wall.startsWallMs.forEach((startWallMs, index) => {
    const state = wall.states[index] ?? 'unknown';
    const startMs = clock.toInstantMs(startWallMs);
    // What lies in an hour that is skipped has no time left.
    if (startsMs.at(-1) === startMs) {
      startsMs.pop();
      states.pop();
    }
    if (states.at(-1) === state) return;
    startsMs.push(startMs);
    states.push(state);
  });
  return { startsMs: Float64Array.from(startsMs), states };
};
