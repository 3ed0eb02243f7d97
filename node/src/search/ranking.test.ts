import * as fc from 'fast-check';
import { availabilityTerms, type Availability } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { compareRanked, mergeRanked, type Ranked } from './rank-order.ts';
import { rank, type RankingFacts, rankingFigures, rankingTiers, rankingWeights } from './ranking.ts';
import { seedHash, shownTie, tieSeed, tieValue } from './tie.ts';

const base: RankingFacts = {
  tier: 'found',
  text: 0.8,
  distanceMetres: 1_200,
  radiusMetres: 10_000,
  availability: 'InStock',
  seenAgeDays: 3,
  open: 'unknown',
};
const stepsOf = (changes: Partial<RankingFacts>): number => rank({ ...base, ...changes }).steps;

const statedFacts = fc.record({
  tier: fc.constantFrom(...rankingTiers),
  text: fc.double({ min: 0, max: 1, noNaN: true }),
  distanceMetres: fc.double({ min: 0, max: 300_000, noNaN: true }),
  radiusMetres: fc.integer({ min: 50, max: 100_000 }),
  availability: fc.constantFrom(...(Object.keys(availabilityTerms) as Availability[])),
  seenAgeDays: fc.nat(100_000),
  open: fc.constantFrom('open', 'closed', 'unknown'),
});

const facts: fc.Arbitrary<RankingFacts> = fc
  .tuple(statedFacts, fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }), { nil: undefined }))
  .map(([stated, startsInDays]) => (startsInDays === undefined ? stated : { ...stated, startsInDays }));

const ranked: fc.Arbitrary<Ranked> = fc.record({
  tier: fc.constantFrom(...rankingTiers),
  steps: fc.nat(3),
  tie: fc.nat(2),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
});

const valueOf = (term: string, changes: Partial<RankingFacts>) =>
  rank({ ...base, ...changes }).terms.find((found) => found.term === term)?.value;
const orderOn = (seed: string): string =>
  ['a', 'b', 'c', 'd', 'e']
    .toSorted((one, other) => tieValue(seedHash(seed), one) - tieValue(seedHash(seed), other))
    .join('');

describe('the ranking', () => {
  it('has weights that make 1, the text first and being open last', () => {
    const weights = Object.values(rankingWeights);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(weights.toSorted((one, other) => other - one)).toEqual(weights);
  });

  it('adds up: the terms make the score, and every value is between 0 and 1', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { steps, terms } = rank(given);
        const sum = terms.reduce((total, { share }) => total + share, 0);
        expect(steps).toBe(Math.round(sum * rankingFigures.scoreSteps));
        for (const { value, weight, share } of terms) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(share).toBe(value * weight);
        }
      }),
    );
  });

  it.each([
    ['text', { text: 0.9 }, { text: 0.8 }],
    ['distance', { distanceMetres: 400 }, { distanceMetres: 900 }],
    ['availability', { availability: 'InStock' }, { availability: 'BackOrder' }],
    ['event', { startsInDays: 3 }, { startsInDays: 12 }],
    ['seen', { seenAgeDays: 1 }, { seenAgeDays: 5 }],
    ['open', { open: 'open' }, { open: 'closed' }],
  ] as const)('puts the better %s first', (_, better, worse) => {
    expect(stepsOf(better)).toBeGreaterThan(stepsOf(worse));
  });

  it('halves the value of a distance at a fifth of the radius, and of an age at fourteen days', () => {
    expect(valueOf('distance', { distanceMetres: 0 })).toBe(1);
    expect(valueOf('distance', { distanceMetres: 2_000 })).toBe(0.5);
    expect(valueOf('seen', { seenAgeDays: 0 })).toBe(1);
    expect(valueOf('seen', { seenAgeDays: 14 })).toBe(0.5);
    expect(valueOf('seen', { seenAgeDays: 366 })).toBe(valueOf('seen', { seenAgeDays: 365 }));
  });

  it('takes an event that is on for there, and one far ahead for what does not apply', () => {
    expect(valueOf('availability', { startsInDays: 0 })).toBe(1);
    expect(valueOf('availability', { startsInDays: 30 })).toBe(0.75);
    expect(valueOf('availability', { startsInDays: 60 })).toBe(0.625);
    expect(valueOf('availability', { startsInDays: 10_000 })).toBeCloseTo(0.5, 12);
  });

  it('counts what does not apply as one half', () => {
    const { terms } = rank({ tier: 'found', radiusMetres: 10_000 });
    expect(terms.map(({ value }) => value)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  });
});

describe('the order', () => {
  it('is one order of all: tier, score, tie, id', () => {
    fc.assert(
      fc.property(ranked, ranked, ranked, (one, other, third) => {
        expect(Math.sign(compareRanked(one, other))).toBe(-Math.sign(compareRanked(other, one)) + 0);
        const [first, second, last] = [one, other, third].toSorted(compareRanked) as [Ranked, Ranked, Ranked];
        expect(compareRanked(first, second)).toBeLessThanOrEqual(0);
        expect(compareRanked(second, last)).toBeLessThanOrEqual(0);
        expect(compareRanked(first, last)).toBeLessThanOrEqual(0);
        expect(rankingTiers.indexOf(first.tier)).toBeLessThanOrEqual(rankingTiers.indexOf(last.tier));
      }),
    );
  });

  it('of merged lists is that of all in one, each id once', () => {
    const list = fc.array(ranked, { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        const merged = mergeRanked(lists.map((found) => found.toSorted(compareRanked)));
        expect(merged).toEqual(merged.toSorted(compareRanked));
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        for (const one of lists.flat())
          expect(merged.some((kept) => kept.id === one.id && compareRanked(kept, one) <= 0)).toBe(true);
      }),
    );
  });
});

describe('ties', () => {
  const noon = Date.parse('2026-03-02T12:00:00Z');
  const here = { latitude: 52.4212, longitude: 6.0193 };
  it('rotate by day and by place, and stay within them', () => {
    expect(tieSeed(noon, here, 'https://a.example')).toBe('2026-03-02/52.42,6.02');
    expect(tieSeed(noon, undefined, 'https://a.example')).toBe('2026-03-02/https://a.example');
    const seeds = Array.from({ length: 60 }, (_, day) => tieSeed(noon + day * 86_400_000, here, ''));
    expect(new Set(seeds).size).toBe(60);
    expect(new Set(seeds.map((seed) => orderOn(seed)[0])).size).toBe(5);
  });

  it('favour nobody: over a thousand days each of five is first about as often', () => {
    const firsts = new Map<string, number>();
    for (let day = 0; day < 1_000; day++) {
      const first = orderOn(tieSeed(noon + day * 86_400_000, here, ''))[0] ?? '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
  });

  it('are the same everywhere', () => {
    const tie = tieValue(seedHash('2026-03-02/52.42,6.02'), 'https://waterveen.example/products/09520000000011');
    expect(shownTie(tie)).toBeGreaterThanOrEqual(0);
    expect(shownTie(tie)).toBeLessThan(1);
    expect(tie).toMatchInlineSnapshot(`452165993`);
  });
});
