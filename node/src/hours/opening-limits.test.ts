import { describe, expect, test } from 'vitest';
import { createCache } from './bounded-cache.ts';
import { instantInZone } from './instant-in-zone.ts';
import { dayMs, hoursLimits } from './limits.ts';
import type { OpeningRules } from './opening-state.ts';
import { createOpeningTimes } from './opening-times.ts';
import { packagePlan } from './package-plan.ts';
import { readableHours } from './readable-hours.ts';
import { createRulesCache } from './rules-cache.ts';

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
