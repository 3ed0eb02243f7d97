import { expect, it } from 'vitest';
import { isOpeningHours } from './opening-hours-syntax.ts';

it.each([
  ['unknown', true],
  ['24/7', true],
  ['Mo-Fr 09:00-18:00; Sa 09:00-17:00; PH off', true],
  ['Mo-Fr 09:00-17:00; Sa "op afspraak"; Su off', true],
  ['Mo[1] 10:00-12:00; easter +1 day off', true],
  ['2026 Dec 31 09:00-sunset', true],
  ['whenever', false],
  ['ma-do 09:00-18:00', false],
  ['', false],
  ['Mo-Fr 09:00', false],
  // The package alone takes hours over these.
  [`${'; '.repeat(500)}Mo 09:00-18:00`, false],
  [`Mo 09:00-18:00${' '.repeat(500)};`, false],
])('%j: %s', (hours, readable) => {
  expect(isOpeningHours(hours)).toBe(readable);
});
