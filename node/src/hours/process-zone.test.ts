import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const plain = [
  '24/7',
  'Mo-Fr 09:00-18:00',
  'Mo-Fr 09:00-18:00; Sa 09:00-17:00',
  'Mo-Fr 09:00-18:00; Sa 09:00-17:00; PH off',
  'Mo-Su 00:00-24:00; PH off',
  'Tu-Sa 10:00-17:30',
  'Mo 13:00-18:00; Tu-Fr 09:30-18:00; Sa 09:30-17:00; Su off',
  'Mo-We,Fr 09:00-18:00; Th 09:00-21:00; Sa 09:00-17:00; Su 12:00-17:00',
  'Mo-Fr 09:00-12:30,13:30-18:00',
  'Fr,Sa 22:00-02:00',
  'Mo-Th 16:00-01:00; Fr 16:00-03:00; Sa 14:00-03:00; Su 14:00-01:00',
  'Mo-Th 16:00-01:00, Fr,Sa 16:00-03:00',
  'Fr 22:00-04:00; Sa off',
  'Mo-Fr 08:00-17:00; PH 10:00-14:00',
  'Mo-Su,PH 10:00-18:00',
  'Mo-Fr 09:00-17:00; Sa "op afspraak"; Su off',
  'Mo-Fr 09:00-17:00; Sa unknown',
  'Apr-Sep Mo-Su 08:00-20:00; Oct-Mar Mo-Su 10:00-16:00',
  'Mo-Su 10:00-18:00; Dec 24 10:00-16:00; Dec 25-26 off; Jan 1 off',
  'Mo-Fr 09:00-18:00; 2026 Dec 31 09:00-16:00',
  'Mo-Su 02:00-02:30,23:30-24:00',
];
const others = [
  'Fr 20:00+',
  'Mo-Fr 09:00-17:00 || "op afspraak"',
  'week 1-53/2 Mo 10:00-12:00; week 2-52/2 Tu 10:00-12:00',
  'week 20-40 Mo-Fr 09:00-18:00',
  'Mo-Su 10:00-17:00; easter off; easter +1 day off',
  'easter -2 days-easter +1 day 10:00-12:00',
  'Mo[1] 10:00-12:00; Fr[-1] 22:00-02:00',
  'Dec 24-Jan 02 off; Jan 03-Dec 23 Mo-Sa 10:00-18:00',
  '2026 Jul 20-2026 Aug 08 off; Mo-Fr 09:00-18:00',
  'PH,Mo-Fr 09:00-18:00; PH +1 day off',
  'Mo-Fr 9-18; Sa 10-16',
  'Su 02:00-02:30; week 1-53 Mo-Su 01:30-03:30',
  'Mo-Fr 22:00-26:00',
  'Sa[2] 10:00-16:00; Su[2] 11:00-15:00',
];

/** Asked for one moment behind the open end, the package says closed; walking there from the morning it says unknown, as its rules have it. */
const openEnd = 'Mo-Su 10:00-18:00+';

/** Runs a module in a process of its own, whose zone is another. */
const inZone = (zone: string, text: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', text], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
      cwd: import.meta.dirname,
    }),
  );

const compared = JSON.stringify([...plain, ...others]);
const all = JSON.stringify([...plain, ...others, openEnd]);
const rulesIn = (zone: string, country: string): string =>
  `const rulesOf = (openingHours) => ({ openingHours, closures: [], timeZone: '${zone}', country: ${country} });`;
/** What hours that say nothing of holidays leave open is our own doubt: the package has none, and neither has a country without holidays. */
const withoutDoubt = `openingHours.includes('PH') ? 'NL' : 'ZZ'`;

/** Where the package itself says another thing, in a process whose zone is the place's. */
const comparison = `
  import { createOpeningTimes } from './opening-times.ts';
  import openingHours from 'opening_hours';
  ${rulesIn('UTC', withoutDoubt)}
  const times = createOpeningTimes();
  const address = { country_code: 'nl', state: '' };
  let seed = 1;
  const differences = ${compared}.flatMap((text) => {
    const oracle = new openingHours(text, { lat: 52, lon: 5, address });
    return Array.from({ length: 60 }, () => {
      seed = (seed * 48271) % 2147483647;
      const date = new Date(${Date.UTC(2026, 0, 2)} + Math.floor((seed / 2147483647) * 362 * 24 * 12) * 300000);
      const { state } = times.stateAt(rulesOf(text), date.getTime());
      const expected = oracle.getStateString(date, true);
      return state === expected ? [] : [text + ' at ' + date.toISOString() + ' is ' + expected + ', not ' + state];
    }).flat();
  });
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), differences }));
`;

/** What holds every quarter of an hour, in the days in which one of the zones changes its clock. */
const states = `
  import { createOpeningTimes } from './opening-times.ts';
  ${rulesIn('Europe/Amsterdam', "'NL'")}
  const times = createOpeningTimes();
  const days = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-09-26', '2026-10-24', '2026-10-31'];
  const instants = days.flatMap((day) => Array.from({ length: 3 * 96 }, (_, step) => Date.parse(day) + step * 900000));
  const states = ${all}.map((text) => instants.map((atMs) => times.stateAt(rulesOf(text), atMs).state[0]).join(''));
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), states }));
`;

test('the package itself says the same, where its zone is the zone of the process', () => {
  expect(inZone('UTC', comparison)).toEqual({ offset: 0, differences: [] });
});

test('what holds does not depend on the zone of the process', () => {
  const zones = ['UTC', 'Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'];
  const [inUtc, ...elsewhere] = zones.map((zone) => inZone(zone, states));
  expect(elsewhere.map((found) => Object(found).offset)).toEqual([-60, 300, -720]);
  for (const found of elsewhere) expect(found).toHaveProperty('states', Object(inUtc).states);
});
