import type { SearchAnswer } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { searchRoomLimits } from './limits.ts';
import { atCentre, createTestTown, place, source, testNowMs } from './search.test-helper.ts';
import { tieMax, tieOf, waitMinutes } from './tie.ts';

const hourMs = 3_600_000;
const instant = (hours: number): string => new Date(testNowMs + hours * hourMs).toISOString();
const event = (
  key: string,
  startHours: number,
  endHours?: number,
  changes: Readonly<Record<string, unknown>> = {},
) => ({
  id: `/events/${key}`,
  type: 'Event',
  name: 'Concert',
  location: '/places/kerk',
  startDate: instant(startHours),
  ...(endHours === undefined ? {} : { endDate: instant(endHours) }),
  source: '/sources/a',
  ...changes,
});
const keysOf = ({ results }: SearchAnswer): readonly string[] =>
  results.map(({ id }) => id.slice(id.lastIndexOf('/') + 1));

describe('events of equal score', () => {
  const events = [
    event('nog-een-uur-later', 8_761),
    event('over-een-jaar', 8_760),
    event('over-een-uur', 1),
    event('morgen', 24),
    event('bezig', -1, 5),
    event('overmorgen', 48),
    event('volgende-maand', 720),
  ];

  it('come soonest first, on one page and over many, and say so in their tie', async () => {
    await using town = createTestTown();
    await town.put(source('a'), place('kerk', { placeKind: 'amenity=place_of_worship' }), ...events);
    const whole = await town.ask({ q: 'concert', ...atCentre, explain: '1' });
    const soonest = [
      'bezig',
      'over-een-uur',
      'morgen',
      'overmorgen',
      'volgende-maand',
      'over-een-jaar',
      'nog-een-uur-later',
    ];
    expect(keysOf(whole)).toEqual(soonest);
    expect(whole.results.map(({ explain }) => Math.floor(explain?.tie.value ?? -1))).toEqual(
      [0, 1, 24, 48, 720, 8_760, 8_761].map((hours) => hours * 60),
    );
    const met: string[] = [];
    let asked: Readonly<Record<string, string>> | undefined = { q: 'concert', ...atCentre, limit: '1' };
    while (asked !== undefined) {
      const page: SearchAnswer = await town.ask(asked);
      met.push(...keysOf(page));
      asked = page.next === undefined ? undefined : Object.fromEntries(new URL(page.next).searchParams);
    }
    expect(met).toEqual(soonest);
  });

  it('come in their order also where others are a little nearer', async () => {
    await using town = createTestTown();
    const near = { location: '/places/plein' };
    await town.put(
      source('a'),
      place('kerk', { north: 100 }),
      place('plein'),
      event('volgend-jaar', 9_000, undefined, near),
    );
    await town.put(
      event('morgen', 24),
      event('volgende-week', 168),
      event('kaas', 1, undefined, { name: 'Kaasmarkt' }),
    );
    const answer = await town.ask({ type: 'event', ...atCentre, explain: '1' });
    expect(keysOf(answer)).toEqual(['kaas', 'morgen', 'volgende-week', 'volgend-jaar']);
    for (const { explain } of answer.results)
      expect(explain?.terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(explain?.score ?? 0, 3);
  });

  it('take turns where they begin together, and with all that is there anyway', () => {
    expect(waitMinutes(undefined, testNowMs)).toBe(0);
    expect(waitMinutes(testNowMs - 1, testNowMs)).toBe(0);
    expect(waitMinutes(testNowMs + 1, testNowMs)).toBe(1);
    expect(tieOf(7, 'a', 0)).toBeLessThan(tieOf(7, 'b', 1));
    expect(tieOf(7, 'b', waitMinutes(Number.MAX_SAFE_INTEGER, testNowMs))).toBeLessThanOrEqual(tieMax);
    expect(Number.isSafeInteger(tieMax)).toBe(true);
  });
});

describe('with open', () => {
  it('an exhibition comes while its house is open, an evening has its own hours', async () => {
    await using town = createTestTown();
    const longest = searchRoomLimits.eventHoursOfOneDay;
    await town.put(
      source('a'),
      place('kerk', { openingHours: 'Mo-Su 10:00-11:30' }),
      place('huis', { openingHours: 'unknown' }),
      event('een-dag', -1, longest - 1),
      event('langer', -1, longest - 1 + 1 / 60),
      event('elders', -100, 1_000, { location: '/places/huis' }),
    );
    const at = async (open: string): Promise<readonly string[]> =>
      keysOf(await town.ask({ type: 'event', ...atCentre, open })).toSorted();
    expect(await at('now')).toEqual(['een-dag', 'elders', 'langer']);
    expect(await at(instant(2))).toEqual(['een-dag', 'elders']);
  });
});
