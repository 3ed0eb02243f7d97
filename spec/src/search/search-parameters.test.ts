import { describe, expect, it } from 'vitest';
import { searchLimits, searchParametersSchema, suggestParametersSchema } from './search-parameters.ts';

const isTaken = (asked: Readonly<Record<string, string>>): boolean => suggestParametersSchema.safeParse(asked).success;

/** What is wrong with a question; nothing where it is taken. */
const wrong = (asked: Readonly<Record<string, string>>): readonly string[] =>
  searchParametersSchema.safeParse(asked).error?.issues.map(({ message }) => message) ?? [];
const words = (count: number): string => Array.from({ length: count }, () => 'pomp').join(' ');

describe('a search', () => {
  it.each([
    ['radius', String(searchLimits.radiusMetresMin), String(searchLimits.radiusMetresMin - 1), 'is below 50'],
    ['radius', String(searchLimits.radiusMetresMax), String(searchLimits.radiusMetresMax + 1), 'is above 100000'],
    ['limit', '1', '0', 'is below 1'],
    ['limit', String(searchLimits.resultsMax), String(searchLimits.resultsMax + 1), 'is above 50'],
    ['lat', '90', '90.1', 'is above 90'],
    ['lat', '-90', '-90.1', 'is below -90'],
    ['lon', '180', '180.1', 'is above 180'],
    ['lon', '-180', '-180.1', 'is below -180'],
    [
      'lat',
      `1.${'1'.repeat(searchLimits.coordinateDecimalsMax)}`,
      `1.${'1'.repeat(searchLimits.coordinateDecimalsMax + 1)}`,
      'is not a number such as 52.37',
    ],
    ['lon', '5e-999', '5e-1000', 'is not a number such as 52.37'],
    ['open', '2000-01-01T00:00:00Z', '1999-12-31T23:59:59.999Z', 'is outside the years 2000 to 2099'],
    ['open', '2099-12-31T23:59:59.999Z', '2100-01-01T00:00:00Z', 'is outside the years 2000 to 2099'],
    ['open', '2100-01-01T00:59:59+01:00', '2100-01-01T01:00:00+01:00', 'is outside the years 2000 to 2099'],
    ['priceMax', '999999999999.9999', '1000000000000', 'is not a price such as 12.95'],
    [
      'q',
      'p'.repeat(searchLimits.queryCharactersMax),
      'p'.repeat(searchLimits.queryCharactersMax + 1),
      'is longer than 200 characters',
    ],
    ['q', words(searchLimits.queryWordsMax), words(searchLimits.queryWordsMax + 1), 'has more than 16 words'],
    ['near', 'n'.repeat(100), 'n'.repeat(101), 'is longer than 100 characters'],
    ['category', 'c'.repeat(750), 'c'.repeat(751), 'is longer than 750 characters'],
    ['brand', 'b'.repeat(200), 'b'.repeat(201), 'is longer than 200 characters'],
    ['kind', 'k'.repeat(162), 'k'.repeat(163), 'is longer than 162 characters'],
    [
      'cursor',
      'c'.repeat(searchLimits.cursorCharactersMax),
      'c'.repeat(searchLimits.cursorCharactersMax + 1),
      'is longer than 3000 characters',
    ],
  ])('takes %s at its limit, and says what is wrong with one past it', (name, atLimit, past, message) => {
    expect(wrong({ [name]: atLimit })).toEqual([]);
    expect(wrong({ [name]: past })).toEqual([message]);
  });

  it.each([
    ['3.7303000000000002', 3.7303],
    ['5.0E-4', 0.0005],
    ['5e-7', 5e-7],
    ['-0.0000012345678901234567', -0.0000012345678901234567],
  ])('takes the coordinate %s, as languages write numbers', (lon, value) => {
    expect(searchParametersSchema.parse({ lat: '0', lon })).toEqual({ lat: 0, lon: value });
  });

  it.each(['5e1', '5e', '5e-', '1e+2', '.5', '5.', '+5', '0x5', ''])('takes no coordinate %j', (lat) => {
    expect(wrong({ lat })).toEqual(['is not a number such as 52.37']);
  });

  it('needs a letter or a digit to look for', () => {
    for (const q of ['a', '5', 'é', '家', '- 5 -']) expect([q, wrong({ q })]).toEqual([q, []]);
    for (const q of [' ', '---', '\u0000', '\ud800', '\u202e', '\u0301', '🚲'])
      expect([q, wrong({ q })]).toEqual([q, ['has no words']]);
  });
});

describe('a suggestion', () => {
  it('takes what is typed and how many, at the limit and not past it', () => {
    const { queryCharactersMax, suggestionsMax } = searchLimits;
    expect(isTaken({ q: 'p'.repeat(queryCharactersMax), limit: String(suggestionsMax) })).toBe(true);
    expect(isTaken({ q: 'p'.repeat(queryCharactersMax + 1) })).toBe(false);
    expect(isTaken({ q: 'p', limit: String(suggestionsMax + 1) })).toBe(false);
  });
});
