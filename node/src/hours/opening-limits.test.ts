import { describe, expect, test, vi } from 'vitest';
import { createCache } from './bounded-cache.ts';
import { instantInZone } from './instant-in-zone.ts';
import { dayMs, hoursLimits } from './limits.ts';
import type { OpeningRules } from './opening-state.ts';
import { createOpeningTimes } from './opening-times.ts';
import { packagePlan } from './package-plan.ts';
import { createPublicHolidays } from './public-holidays.ts';
import { readableHours } from './readable-hours.ts';
import { createRulesCache } from './rules-cache.ts';
import { createZoneClocks } from './zone-clock.ts';

const rules = (openingHours: string, more: Partial<OpeningRules> = {}): OpeningRules => ({
  openingHours,
  closures: [],
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  ...more,
});
const times = createOpeningTimes();
const fridayMs = Date.UTC(2026, 10, 20, 10);
const fillRules = (count: number): string => `Mo-Su 09:00-18:00${'; Dec 31 off'.repeat(count - 1)}`;
const stateOf = (openingHours: string): string => times.stateAt(rules(openingHours), fridayMs).state;

describe('what can not be read', () => {
  test.each([
    '',
    ';',
    'unknown',
    'bel even',
    'Mo-Fr 25:00-30:00',
    'Mo-Fr 9-5 Uhr',
    'sunrise-sunset',
    'Mo-Su 10:00-12:00; SH off',
    '2026',
    '9'.repeat(100),
    '"op afspraak"',
    '('.repeat(900),
  ])('%s is unknown', (openingHours) => {
    expect(times.stateAt(rules(openingHours), Date.UTC(2026, 10, 20, 10))).toEqual({ state: 'unknown' });
  });

  test('no blanks stand before the first rule: the package would try every way to share them out', () => {
    expect(readableHours(` ; ;${' ;  '.repeat(50)}week 1-53  Mo off ; `)).toBe('week 1-53 Mo off');
  });

  test('a zone, a country or a closure that nobody knows is unknown', () => {
    const at = Date.UTC(2026, 10, 20, 10);
    const week = 'Mo-Fr 09:00-18:00';
    const states = [
      rules(week),
      rules(week, { timeZone: 'Mars/Olympus' }),
      rules(week, { country: 'constructor' }),
      rules(`${week}; PH off`, { country: 'XX' }),
      rules(`${week}; easter off; PH off`, { country: 'XX' }),
      rules(week, { closures: [{ from: '2026-02-30', through: '2026-03-01' }] }),
      rules(week, { closures: [{ from: '2026-12-02', through: '2026-12-01' }] }),
    ].map((given) => times.stateAt(given, at).state);
    expect(states).toEqual(['open', 'unknown', 'open', 'unknown', 'unknown', 'unknown', 'open']);
  });

  test('a change is named at the end of the look-ahead, and not one millisecond beyond', () => {
    const given = rules('2026 Dec 26 10:00-12:00');
    const opens = Date.parse('2026-12-26T10:00:00+01:00');
    const limit = opens - hoursLimits.openingLookAheadDays * dayMs;
    expect(times.stateAt(given, limit)).toEqual({ state: 'closed', changesAtMs: opens, changesTo: 'open' });
    expect(times.stateAt(given, limit - 1)).toEqual({ state: 'closed' });
  });

  test('years beyond what is known are unknown', () => {
    const states = [
      Date.UTC(hoursLimits.firstYear, 0, 1) - 1,
      Date.UTC(hoursLimits.firstYear, 0, 1),
      Date.UTC(hoursLimits.lastYear + 1, 0, 1) - 1,
      Date.UTC(hoursLimits.lastYear + 1, 0, 1),
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ].map((at) => times.stateAt(rules('24/7'), at).state);
    expect(states).toEqual(['unknown', 'open', 'open', 'unknown', 'unknown', 'unknown']);
  });
});

describe('limits', () => {
  test('characters of opening hours', () => {
    const { hoursCharactersMax } = hoursLimits;
    const atLimit = `Mo-Fr 09:00-18:00 open "${'x'.repeat(hoursCharactersMax - 25)}"`;
    expect(atLimit).toHaveLength(hoursCharactersMax);
    expect([atLimit, `${atLimit} `].map(stateOf)).toEqual(['open', 'unknown']);
  });

  test('characters that the package is given', () => {
    const atLimit = `week 01-53 09:00-18:00${',10:00-10:01'.repeat(79)}${',9:00-9:01'.repeat(3)}`;
    const beyond = `week 1-53 09:00-18:00${',10:00-10:01'.repeat(80)}${',9:00-9:01'.repeat(2)}`;
    const { packageCharactersMax } = hoursLimits;
    expect([atLimit.length, beyond.length]).toEqual([packageCharactersMax, packageCharactersMax + 1]);
    expect([atLimit, beyond].map(stateOf)).toEqual(['open', 'unknown']);
  });

  test('rules', () => {
    expect(
      [hoursLimits.hoursRulesMax, hoursLimits.hoursRulesMax + 1].map((count) => stateOf(fillRules(count))),
    ).toEqual(['open', 'unknown']);
  });

  test('closures', () => {
    const states = [hoursLimits.closuresMax, hoursLimits.closuresMax + 1].map((length) => {
      const closures = Array.from({ length }, () => ({ from: '2026-12-25', through: '2026-12-25' }));
      return times.stateAt(rules('24/7', { closures }), fridayMs).state;
    });
    expect(states).toEqual(['open', 'unknown']);
  });

  test('steps of the package', () => {
    const text = 'week 1-53/2 Mo-Fr 09:00-12:00';
    const stepsNeeded = Array.from({ length: 2_000 }, (_, steps) => steps).find(
      (steps) => packagePlan(text, 'NL', steps).timeline(20_730, 7) !== undefined,
    );
    expect(stepsNeeded).toBeGreaterThan(10);
    expect(packagePlan(text, 'NL', (stepsNeeded ?? 0) - 1).timeline(20_730, 7)).toBeUndefined();
  });

  test('steps that hours of many spans take', () => {
    const spans = Array.from({ length: 70 }, (_, index) => {
      const hour = String(Math.floor(index / 5)).padStart(2, '0');
      return `${hour}:${index % 5}0-${hour}:${index % 5}5`;
    });
    const textOf = (count: number): string => `Mo-Su ${spans.slice(0, count).join(',')}; week 1 off`;
    const tooMany = spans.findIndex((_, index) => stateOf(textOf(index + 1)) === 'unknown') + 1;
    expect(tooMany).toBeGreaterThan(1);
    expect(stateOf(textOf(tooMany - 1))).toBe('closed');
    expect(packagePlan(textOf(tooMany), 'NL', 2 * hoursLimits.packageStepsMax).timeline(20_730, 25)).toBeDefined();
  });

  test('values that a cache keeps', () => {
    const worked: number[] = [];
    const cache = createCache<number, number>(2);
    const work = (key: number): number => worked.push(key);
    for (const key of [1, 2, 1, 2, 3, 3, 1]) cache.of(key, work);
    expect(worked).toEqual([1, 2, 3, 1]);
  });

  test('rules that are kept compiled', () => {
    const compiled: string[] = [];
    const cache = createRulesCache(3, (given) => compiled.push(given.openingHours));
    const closed = { closures: [{ from: '2026-12-25', through: '2026-12-25' }] };
    const all = [rules('24/7'), rules('24/7', { country: 'BE' }), rules('24/7', closed)];
    for (const given of [...all, ...all]) cache(given);
    expect(compiled).toHaveLength(3);
    cache(rules('24/7', { timeZone: 'UTC' }));
    expect(compiled).toHaveLength(4);
    cache(all[0] ?? rules(''));
    expect(compiled).toHaveLength(5);
  });
});

describe('what is kept at the limit, and forgotten one past it', () => {
  test('public holidays', () => {
    const holidays = createPublicHolidays();
    const first = holidays.ofYear('NL', 2026);
    expect(first?.size).toBeGreaterThan(5);
    // No country has these codes, and that is kept too.
    for (let year = 1; year < hoursLimits.holidayYearsMax; year++) holidays.ofYear('ZZ', 2000 + year);
    expect(holidays.ofYear('NL', 2026)).toBe(first);
    holidays.ofYear('ZZ', 3000);
    expect(holidays.ofYear('NL', 2026)).not.toBe(first);
  });

  test('time zones', () => {
    const clocks = createZoneClocks();
    const first = clocks('Europe/Amsterdam');
    for (let count = 1; count < hoursLimits.timeZonesMax; count++) clocks(`Mars/${count}`);
    expect(clocks('Europe/Amsterdam')).toBe(first);
    clocks('Mars/Olympus');
    expect(clocks('Europe/Amsterdam')).not.toBe(first);
  });

  test('days whose offset is known', () => {
    const read = vi.spyOn(Date, 'UTC');
    const clock = createZoneClocks()('UTC');
    const workOn = (day: number): number => {
      const before = read.mock.calls.length;
      clock?.offsetMsAt(day * dayMs);
      return read.mock.calls.length - before;
    };
    // A day is worked out with the one behind it.
    for (let day = 0; day < hoursLimits.offsetDaysMax - 1; day++) workOn(day);
    expect([workOn(0), workOn(hoursLimits.offsetDaysMax - 1), workOn(1)]).toEqual([0, 1, 2]);
    read.mockRestore();
  });

  test('opening hours that were compiled', () => {
    const zones: string[] = [];
    const opening = createOpeningTimes(hoursLimits, (timeZone) => {
      zones.push(timeZone);
      return undefined;
    });
    const ask = (name: string) => opening.stateAt(rules('24/7', { timeZone: name }), fridayMs);
    for (let count = 0; count < hoursLimits.compiledHoursMax; count++) ask(`Mars/${count}`);
    ask('Mars/0');
    expect(zones).toHaveLength(hoursLimits.compiledHoursMax);
    ask('Mars/Olympus');
    ask('Mars/0');
    expect(zones).toHaveLength(hoursLimits.compiledHoursMax + 2);
  });

  test('windows of the same hours', () => {
    let conversions = 0;
    const opening = createOpeningTimes(hoursLimits, () => ({
      offsetMsAt: () => 0,
      toInstantMs: (wallMs) => {
        conversions++;
        return wallMs;
      },
    }));
    const workOn = (window: number): boolean => {
      const before = conversions;
      opening.stateAt(rules('Mo-Su 09:00-18:00'), fridayMs + window * 14 * dayMs);
      return conversions > before;
    };
    const windows = Array.from({ length: hoursLimits.windowsMax }, (_, window) => window);
    expect(windows.map(workOn)).toEqual(windows.map(() => true));
    expect(windows.map(workOn)).toEqual(windows.map(() => false));
    expect([workOn(hoursLimits.windowsMax), workOn(0)]).toEqual([true, true]);
  });
});

describe('instantInZone', () => {
  test.each([
    ['2026-11-22T08:00:00Z', 'Europe/Amsterdam', '2026-11-22T09:00:00+01:00'],
    ['2026-07-01T08:00:00.999Z', 'Europe/Amsterdam', '2026-07-01T10:00:00+02:00'],
    ['2026-03-29T00:59:59Z', 'Europe/Amsterdam', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Amsterdam', '2026-03-29T03:00:00+02:00'],
    ['2026-11-22T08:00:00Z', 'America/St_Johns', '2026-11-22T04:30:00-03:30'],
    ['2026-11-22T08:00:00Z', 'UTC', '2026-11-22T08:00:00+00:00'],
    ['2026-11-22T08:00:00Z', 'Mars/Olympus', '2026-11-22T08:00:00Z'],
  ])('%s in %s', (at, timeZone, text) => {
    expect(instantInZone(Date.parse(at), timeZone)).toBe(text);
  });
});
