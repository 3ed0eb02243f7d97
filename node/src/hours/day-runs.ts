import { dayMs, hoursLimits } from './limits.ts';
import type { State, WallTimeline } from './wall-timeline.ts';

/** Days without a gap on which something else holds than opening hours say: days since 1970, the last one included. */
export interface DayRun {
  readonly firstDay: number;
  readonly lastDay: number;
}

const dayOf = (text: string): number => {
  const atMs = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 30 February rolls over.
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text) ? atMs / dayMs : Number.NaN;
};

/** Joins closures into runs, in the order of time; undefined where one can't be read, or where there are too many. */
export const readClosures = (
  closures: readonly { readonly from: string; readonly through: string }[],
): readonly DayRun[] | undefined => {
  if (closures.length > hoursLimits.closuresMax) return undefined;
  const days = closures
    .map(({ from, through }) => ({ firstDay: dayOf(from), lastDay: dayOf(through) }))
    .toSorted((one, other) => one.firstDay - other.firstDay);
  const runs: DayRun[] = [];
  for (const { firstDay, lastDay } of days) {
    if (Number.isNaN(firstDay) || Number.isNaN(lastDay)) return undefined;
    if (lastDay < firstDay) continue;
    const before = runs.at(-1);
    if (before !== undefined && firstDay <= before.lastDay + 1) {
      runs[runs.length - 1] = { firstDay: before.firstDay, lastDay: Math.max(before.lastDay, lastDay) };
    } else runs.push({ firstDay, lastDay });
  }
  return runs;
};

/** What opened the day before and closes by noon is that day's night; what goes on for longer, as all around the clock, is cut at midnight. */
const nightEndMs = dayMs / 2;

/** What holds on the days of a run, instead of what opening hours say. */
type Instead = (state: State) => State;

/** Cuts one run of days out. */
const cutRun = (timeline: WallTimeline, { firstDay, lastDay }: DayRun, instead: Instead): WallTimeline => {
  const fromMs = firstDay * dayMs;
  const untilMs = (lastDay + 1) * dayMs;
  const startsWallMs: number[] = [];
  const states: State[] = [];
  const add = (startWallMs: number, state: State): void => {
    if (states.at(-1) === state) return;
    startsWallMs.push(startWallMs);
    states.push(state);
  };
  timeline.startsWallMs.forEach((startWallMs, index) => {
    const state = timeline.states[index] ?? 'unknown';
    const endWallMs = timeline.startsWallMs[index + 1] ?? Number.POSITIVE_INFINITY;
    if (startWallMs < fromMs) add(startWallMs, state);
    const isNightOfDayBefore =
      startWallMs < fromMs && startWallMs >= fromMs - dayMs && endWallMs <= fromMs + nightEndMs && state !== 'closed';
    if (startWallMs < untilMs && endWallMs > fromMs && !isNightOfDayBefore)
      add(Math.max(startWallMs, fromMs), instead(state));
    if (endWallMs <= untilMs) return;
    // The night that follows such a day goes with it; what opened earlier than the day, as all around the clock, goes on.
    const isNightOfRun = startWallMs < untilMs && startWallMs > lastDay * dayMs;
    add(Math.max(startWallMs, untilMs), isNightOfRun ? instead(state) : state);
  });
  return { startsWallMs, states };
};

/** Cuts runs of days out of what opening hours say. */
export const cutRuns = (timeline: WallTimeline, runs: readonly DayRun[], instead: Instead): WallTimeline => {
  const start = timeline.startsWallMs[0] ?? 0;
  return runs.reduce((cut, run) => ((run.lastDay + 1) * dayMs <= start ? cut : cutRun(cut, run, instead)), timeline);
};
