import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packagePlan } from './package-plan.ts';
import { createPublicHolidays } from './public-holidays.ts';
import { weekPlan } from './week-plan.ts';
import { readWeek } from './week-rules.ts';

const day = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su');
const days = fc.oneof(
  fc.constantFrom('Mo-Fr', 'Mo-Sa', 'Mo-Su', 'Sa,Su', 'Fr-Mo', 'Tu-Th,Sa', 'PH', 'Mo-Fr,PH', 'PH,Sa,Su', 'PH,Mo-Su'),
  day,
);
const months = fc.constantFrom('Apr-Sep', 'Oct-Mar', 'Dec', 'Nov,Dec', 'Jan-Mar,May,Nov-Dec');
const dates = fc.constantFrom('Dec 25', '2026 Dec 26', 'Dec 24-26', '2027 Mar 1-Apr 15', 'Oct 01-Nov 30');
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'), fc.constantFrom(1, 2, 2))
  .map(([hour, minute, width]) => `${String(hour).padStart(width, '0')}:${minute}`);
const span = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00'), fc.constant('00:00')))
  .filter(([from, until]) => from !== until)
  .map((ends) => ends.join('-'));
const times = fc.array(span, { minLength: 1, maxLength: 3 }).map((spans) => spans.join(','));
const word = fc.constantFrom('off', 'closed', 'unknown', 'open', '"x"', 'open "x"', 'off "x"');
const what = fc.oneof(
  { weight: 4, arbitrary: times },
  word,
  fc.tuple(times, word).map((parts) => parts.join(' ')),
);
const rule = fc
  .tuple(fc.option(fc.oneof(months, dates), { freq: 2, nil: '' }), fc.option(days, { freq: 6, nil: '' }), what)
  .map((parts) => parts.filter((part) => part !== '').join(' '));
const addition = fc.tuple(days, times).map((parts) => parts.join(' '));
const hours = fc
  .array(fc.tuple(rule, fc.array(addition, { maxLength: 1 })), { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map(([first, added]) => [first, ...added].join(', ')).join('; '));

const holidays = createPublicHolidays();
const merged = (timeline: ReturnType<ReturnType<typeof packagePlan>['timeline']>) =>
  timeline?.startsWallMs.flatMap((startWallMs, index) =>
    index > 0 && timeline.states[index] === timeline.states[index - 1]
      ? []
      : [`${new Date(startWallMs).toISOString().slice(0, 16)} ${timeline.states[index]}`],
  );

test('a plain week is what the package makes of it', () => {
  let plain = 0;
  fc.assert(
    fc.property(hours, fc.integer({ min: 20_700, max: 20_900 }), (text, firstDay) => {
      const week = readWeek(text);
      if (week === undefined) return;
      plain++;
      const expected = packagePlan(text, 'NL', Number.POSITIVE_INFINITY).timeline(firstDay, 20);
      expect(merged(weekPlan(week, 'NL', holidays).timeline(firstDay, 20))).toEqual(merged(expected));
    }),
    { numRuns: 300 },
  );
  expect(plain).toBeGreaterThan(100);
});
