import { expect, test } from 'vitest';
import { simpleOpeningHours } from './simple-opening-hours.ts';

test.each([
  ['Mo-Fr 09:00-18:00', ['Mo-Fr 09:00-18:00']],
  ['Mo-Fr 09:00-18:00; Th 09:00-21:00; Sa 09:00-17:00;', ['Mo-We,Fr 09:00-18:00', 'Th 09:00-21:00', 'Sa 09:00-17:00']],
  ['Mo,We 09:00-12:00,13:00-17:30', ['Mo,We 09:00-12:00', 'Mo,We 13:00-17:30']],
  ['10:00-20:00', ['Mo-Su 10:00-20:00']],
  ['Mo-Su 10:00-20:00; We off', ['Mo,Tu,Th-Su 10:00-20:00']],
  ['Sa-Mo 12:00-24:00', ['Mo,Sa,Su 12:00-24:00']],
  ['Fr 18:00-02:00', ['Fr 18:00-02:00']],
  ['Su off', []],
  ['24/7', ['Mo-Su']],
])('%s', (hours, expected) => {
  expect(simpleOpeningHours(hours)).toEqual(expected);
});

test.each([
  'unknown',
  'Mo-Fr 09:00-18:00; PH off',
  'Jul-Aug Mo-Fr 10:00-16:00',
  'Fr 18:00-26:00',
  'Mo 09:00-12:00, Tu 10:00-11:00',
  'Mo-Fr 09:00-18:00 "by appointment"',
  'sunrise-sunset',
  '',
])('%s says more, or nothing', (hours) => {
  expect(simpleOpeningHours(hours)).toBeUndefined();
});
