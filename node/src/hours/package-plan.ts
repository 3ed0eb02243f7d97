import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type OpeningHoursPackage from 'opening_hours';
import { dayMs, hoursLimits } from './limits.ts';
import { createWallDate, type StepMeter, type WallDateConstructor } from './wall-date.ts';
import type { HoursPlan, State, WallTimeline } from './wall-timeline.ts';

type OpeningHours = typeof OpeningHoursPackage;

interface Loaded {
  readonly OpeningHours: OpeningHours;
  readonly WallDate: WallDateConstructor;
  readonly meter: StepMeter;
}

const isOpeningHours = (value: unknown): value is OpeningHours => typeof value === 'function';

/** The package reads the process's local time through the global `Date`: its text is run with another one. */
const load = (): Loaded => {
  const file = createRequire(import.meta.url).resolve('opening_hours');
  const meter: StepMeter = { stepsLeft: 0 };
  const WallDate = createWallDate(meter);
  const names = ['exports', 'module', 'require', 'console', 'Date'];
  const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file });
  const module: { exports: unknown } = { exports: {} };
  // It asks for the sun's times only, which need a point that opening hours do not carry.
  const sun = { getTimes: () => ({}) };
  // What it can't read it also prints.
  const silence = { log: () => undefined, warn: () => undefined, error: () => undefined };
  run(module.exports, module, () => sun, silence, WallDate);
  if (!isOpeningHours(module.exports)) throw new TypeError(`${file} exports no constructor`);
  return { OpeningHours: module.exports, WallDate, meter };
};

let loaded: Loaded | undefined;

const stateOf = (isOpen: boolean, isUnknown: boolean): State => (isUnknown ? 'unknown' : isOpen ? 'open' : 'closed');

/**
 * Reads any opening hours that `isReadable` lets through, with the package.
 * @param country ISO 3166-1 alpha-2: whose public holidays count
 * @param stepsMax dates that it may make for one timeline
 */
export const packagePlan = (
  text: string,
  country: string,
  stepsMax: number = hoursLimits.packageStepsMax,
): HoursPlan => ({
  timeline: (firstDay, days): WallTimeline | undefined => {
    loaded ??= load();
    const { OpeningHours, WallDate, meter } = loaded;
    meter.stepsLeft = stepsMax;
    try {
      const from = new WallDate(firstDay * dayMs);
      const until = new WallDate((firstDay + days) * dayMs);
      const address = { country_code: country.toLowerCase(), state: '' };
      const iterator = new OpeningHours(text, { lat: 0, lon: 0, address }).getIterator(from);
      const startsWallMs = [from.getTime()];
      const states = [stateOf(iterator.getState(), iterator.getUnknown())];
      while (iterator.advance(until)) {
        startsWallMs.push(iterator.getDate().getTime());
        states.push(stateOf(iterator.getState(), iterator.getUnknown()));
      }
      return { startsWallMs, states };
    } catch {
      // The package throws sentences for what it does not understand, and the meter throws for what takes too long.
      return undefined;
    }
  },
});
