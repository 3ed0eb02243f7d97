import openingHours from 'opening_hours';
import { expect, test } from 'vitest';
import { joinWeek, readDayHours, readSpecialHours } from './weekdays.ts';

test.each([
  ['09:00-18:00', '09:00-18:00'],
  ['9:00 AM-5:00 PM', '09:00-17:00'],
  ['9:00–12:00, 13:00–18:00', '09:00-12:00,13:00-18:00'],
  ['9.00 - 17.30 uur', '09:00-17:30'],
  ['x', 'off'],
  ['gesloten', 'off'],
  ['24 hours', '00:00-24:00'],
  ['18:00-02:00', '18:00-02:00'],
  ['10:00-00:00', '10:00-24:00'],
  ['9-5', undefined],
  ['25:00-26:00', undefined],
  ['09:00-18:00; Tu off', undefined],
  ['', undefined],
  ['soms', undefined],
])('%s', (raw, hours) => {
  expect(readDayHours(raw)).toBe(hours);
});

test('a week is closed only where it says so', () => {
  expect(joinWeek([undefined, undefined, undefined, undefined, undefined, undefined, undefined])).toBe('unknown');
  const week = joinWeek(['09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-21:00', 'off', undefined]);
  expect(week).toBe('Mo-Th 09:00-18:00; Fr 09:00-21:00; Sa off; Su unknown');
  const hours = new openingHours(week);
  // 2026-11-08 is a Sunday, the day before it a Saturday.
  expect([hours.getUnknown(new Date(2026, 10, 8, 12)), hours.getUnknown(new Date(2026, 10, 7, 12))]).toEqual([
    true,
    false,
  ]);
  expect([hours.getState(new Date(2026, 10, 6, 20)), hours.getState(new Date(2026, 10, 5, 20))]).toEqual([true, false]);
});

test('a night goes on into a day with hours of its own, or none', () => {
  const night = '20:00-03:00';
  const week = joinWeek([undefined, undefined, undefined, undefined, night, '22:00-04:00', 'off']);
  const hours = new openingHours(week);
  // 2026-11-07 is a Saturday.
  const openAt = (day: number, hour: number): boolean => hours.getState(new Date(2026, 10, day, hour));
  expect([openAt(7, 2), openAt(7, 4), openAt(8, 3), openAt(8, 5), openAt(8, 23)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

test('single days are closures or rules', () => {
  expect(readSpecialHours('2026-12-25: x, 2026-12-26: 10:00-12:00, 13:00-16:00')).toEqual({
    rules: ['2026 Dec 26 10:00-12:00,13:00-16:00'],
    closedOn: ['2026-12-25'],
  });
  expect(readSpecialHours('2026-02-30: x')).toBeUndefined();
  expect(readSpecialHours('met kerst dicht')).toBeUndefined();
});
