import { describe, expect, test } from 'vitest';
import { readHours } from './hours/read-hours.ts';
import { readDayHours, readSpecialHours } from './hours/weekdays.ts';
import { instantReaders } from './instants.ts';
import { priceReader } from './price.ts';

/** A text that says the same, padded to a length. */
const padded = (text: string, characters: number): string => text.padStart(characters);

describe('a cell that is longer than any honest one is not looked at', () => {
  test('a price, at 100 characters and one past it', () => {
    const read = priceReader('EUR');
    expect(read(padded('12.95', 100))).toEqual({ value: { amount: '12.95', currency: 'EUR' } });
    expect(read(padded('12.95', 101))).toEqual({ problem: 'price-unreadable' });
  });

  test('a time, at 100 characters and one past it', () => {
    const { instant } = instantReaders('Europe/Amsterdam');
    expect(instant(padded('2026-11-01T08:00Z', 100))).toEqual({ value: '2026-11-01T08:00:00Z' });
    expect(instant(padded('2026-11-01T08:00Z', 101))).toEqual({ problem: 'date-unreadable' });
  });

  test('the hours of a week, at 1,000 characters and one past it', () => {
    const week = `Mo-Fr 09:00-18:00 "${'x'.repeat(1_000 - 20)}"`;
    expect(week).toHaveLength(1_000);
    expect(readHours(week).understood).toBe(true);
    expect(readHours(week.replace('x', 'xx'))).toEqual({ hours: 'unknown', understood: false });
  });

  test('the hours of a day, at 200 characters and one past it', () => {
    const hours = Array.from({ length: 16 }, (_, index) => String(index + 6).padStart(2, '0'));
    const times = hours.map((hour) => `${hour}:00-${hour}:30`);
    const day = `${times.slice(0, 10).join(', ')},${times.slice(10).join(',')}`;
    expect(day).toHaveLength(200);
    expect(readDayHours(day)).toBe(times.join(','));
    expect(readDayHours(day.replace(/,(?! )/, ', '))).toBeUndefined();
  });

  test('special hours, at 5,000 characters and one past it', () => {
    expect(readSpecialHours(padded('2026-12-25: x', 5_000))).toEqual({ rules: [], closedOn: ['2026-12-25'] });
    expect(readSpecialHours(padded('2026-12-25: x', 5_001))).toBeUndefined();
  });
});

test('an offset has 14 hours at most', () => {
  const { instant } = instantReaders('Europe/Amsterdam');
  expect(instant('2026-11-01T15:00+14:00')).toEqual({ value: '2026-11-01T01:00:00Z' });
  expect(instant('2026-11-01T15:00-14:00')).toEqual({ value: '2026-11-02T05:00:00Z' });
  expect(instant('2026-11-01T15:00+14:01')).toEqual({ problem: 'date-unreadable' });
});
