import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantReaders } from './instants.ts';

const { instant, period } = instantReaders('Europe/Amsterdam');

describe('instantReaders', () => {
  test.each([
    ['2026-11-01T08:00+0100', '2026-11-01T07:00:00Z'],
    ['2026-11-01T08:00:00.5Z', '2026-11-01T08:00:00Z'],
    ['2026-11-01 08:00:00 +01', '2026-11-01T07:00:00Z'],
    ['Sun, 01 Nov 2026 08:00:00 +0100', '2026-11-01T07:00:00Z'],
    ['1 Nov 2026 08:00 GMT', '2026-11-01T08:00:00Z'],
  ])('%s', (raw, value) => {
    expect(instant(raw)).toEqual({ value, problem: undefined });
  });

  test.each([
    ['2026-11-01 08:00', '2026-11-01T07:00:00Z', 'winter'],
    ['2026-07-01 08:00', '2026-07-01T06:00:00Z', 'summer'],
    ['2026-03-29 01:59:59', '2026-03-29T00:59:59Z', 'before the clocks go forward'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00Z', 'in the hour that does not exist'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00Z', 'after it'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00Z', 'in the hour that comes twice: the first'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00Z', 'after it'],
  ])("without offset, %s is in the source's zone: %s (%s)", (raw, value) => {
    expect(instant(raw)).toEqual({ value, problem: 'time-without-offset' });
  });

  test.each(['2026-02-30', '2026-13-01T00:00Z', '2026-11-01T25:00Z', '2026-11-01T08:00+15:00', 'morgen', ''])(
    '%s can not be read',
    (raw) => {
      expect(instant(raw)).toEqual({ value: undefined, problem: 'date-unreadable' });
    },
  );

  test('a period of days starts at midnight and ends before the next, also over a change of clocks', () => {
    expect(period('2026-10-24/2026-10-25')).toEqual({
      value: { from: '2026-10-23T22:00:00Z', through: '2026-10-25T22:59:59Z' },
      problem: 'time-without-offset',
    });
  });

  test.each([
    ['2026-11-01T08:00Z/', { from: '2026-11-01T08:00:00Z' }, undefined],
    ['/2026-11-01T08:00Z', { through: '2026-11-01T08:00:00Z' }, undefined],
    ['2026-11-02T08:00Z/2026-11-01T08:00Z', undefined, 'date-range-reversed'],
    ['2026-11-01T08:00Z', undefined, 'date-unreadable'],
    ['/', undefined, 'date-unreadable'],
    ['a/b', undefined, 'date-unreadable'],
    ['2026-11-01T08:00Z/2026-11-02T08:00Z/2026-11-03T08:00Z', undefined, 'date-unreadable'],
  ])('period %s', (raw, value, problem) => {
    expect(period(raw)).toEqual(value === undefined ? { problem } : { value, problem });
  });

  test('an instant written in any zone reads back as itself', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, offsetMinutes) => {
        const wall = new Date(moment.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
        const size = Math.abs(offsetMinutes);
        const offset = `${offsetMinutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        expect(instant(wall + offset).value).toBe(`${moment.toISOString().slice(0, 19)}Z`);
      }),
    );
  });
});
