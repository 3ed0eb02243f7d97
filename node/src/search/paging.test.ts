import type { SearchAnswer, SearchResult } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicMetres } from './geodesic.ts';
import { rank, type RankingFacts, type RankingTier } from './ranking.ts';
import { seedHash, tieSeed, tieValue } from './tie.ts';
import {
  atCentre,
  centre,
  createTestTown,
  gtins,
  mergedAtOnce,
  offer,
  place,
  product,
  source,
  testNowMs,
  testOrigin,
  type TestTown,
} from './search.test-helper.ts';

const shops = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const radiusMetres = 1_000;
const openAllDay = 'Mo-Su 00:00-24:00';

interface OfferSpec {
  readonly shop: number;
  readonly product: number;
  readonly availability: 'InStock' | 'OutOfStock' | 'BackOrder' | 'Unknown' | 'LimitedAvailability';
  readonly price: number | undefined;
  readonly sale: number | undefined;
  readonly daysAgo: number;
}
interface TownSpec {
  readonly norths: readonly number[];
  readonly hours: readonly string[];
  readonly offers: readonly OfferSpec[];
}

const offerSpec: fc.Arbitrary<OfferSpec> = fc.record({
  shop: fc.nat(shops.length - 1),
  product: fc.nat(gtins.length - 1),
  availability: fc.constantFrom('InStock', 'InStock', 'OutOfStock', 'BackOrder', 'Unknown', 'LimitedAvailability'),
  price: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  sale: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  daysAgo: fc.integer({ min: 0, max: 400 }),
});
const townSpec: fc.Arbitrary<TownSpec> = fc.record({
  // Some are within the radius, some farther, some beyond everything.
  norths: fc.array(fc.integer({ min: 0, max: 3_600 }), { minLength: shops.length, maxLength: shops.length }),
  hours: fc.array(fc.constantFrom(openAllDay, 'unknown', 'Su off'), {
    minLength: shops.length,
    maxLength: shops.length,
  }),
  offers: fc.uniqueArray(offerSpec, {
    maxLength: 16,
    selector: ({ shop, product: of }) => `${shop}.${of}`,
  }),
});

const instantAgo = (days: number): string => new Date(testNowMs - days * 86_400_000 - 1_000).toISOString();
const offerThing = ({ shop, product: of, availability, price, sale, daysAgo }: OfferSpec) =>
  offer(gtins[of] ?? '', shops[shop] ?? '', {
    availability,
    observedAt: instantAgo(daysAgo),
    ...(price === undefined ? {} : { price: `${price}.00`, priceCurrency: 'EUR' }),
    ...(price === undefined || sale === undefined
      ? {}
      : { salePrice: `${sale}.00`, saleFrom: instantAgo(2), saleThrough: instantAgo(-2) }),
  });

const put = (town: TestTown, { norths, hours, offers }: TownSpec): Promise<void> =>
  town.put(
    source('a'),
    ...shops.map((key, index) => place(key, { north: norths[index] ?? 0, openingHours: hours[index] })),
    // One name, and a short one: every product fits as well as can be.
    ...gtins.map((gtin) => product(gtin, 'Fietspomp')),
    ...offers.map(offerThing),
  );

interface Asked {
  readonly availability: 'in-stock' | 'orderable' | 'any' | undefined;
  readonly priceMax: number | undefined;
  readonly open: boolean;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  availability: fc.constantFrom(undefined, 'in-stock', 'orderable', 'any'),
  priceMax: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  open: fc.boolean(),
});
const parametersOf = ({ availability, priceMax, open }: Asked): Record<string, string> => ({
  q: 'fietspomp',
  ...atCentre,
  radius: String(radiusMetres),
  explain: '1',
  limit: '50',
  ...(availability === undefined ? {} : { availability }),
  ...(priceMax === undefined ? {} : { priceMax: String(priceMax) }),
  ...(open ? { open: 'now' } : {}),
});

const letsThrough: Readonly<Record<string, readonly string[]>> = {
  'in-stock': ['InStock', 'LimitedAvailability'],
  orderable: ['InStock', 'LimitedAvailability', 'BackOrder'],
  any: ['InStock', 'LimitedAvailability', 'BackOrder', 'Unknown', 'OutOfStock'],
  default: ['InStock', 'LimitedAvailability', 'BackOrder', 'Unknown'],
};

/** What the answer must be, reckoned the slow way: every offer looked at, every group sorted. */
const expected = ({ norths, hours, offers }: TownSpec, { availability, priceMax, open }: Asked) => {
  const seed = seedHash(tieSeed(testNowMs, centre, testOrigin));
  const scored = offers.flatMap((spec) => {
    const point = { latitude: centre.latitude + (norths[spec.shop] ?? 0) / 111_300, longitude: centre.longitude };
    const metres = geodesicMetres(centre, point);
    const paid = spec.price === undefined ? undefined : (spec.sale ?? spec.price);
    const state = { [openAllDay]: 'open', unknown: 'unknown' }[hours[spec.shop] ?? ''] ?? 'closed';
    const isLeftOut =
      metres > 3 * radiusMetres ||
      !letsThrough[availability ?? 'default']?.includes(spec.availability) ||
      (priceMax !== undefined && !(paid !== undefined && paid <= priceMax)) ||
      (open && state === 'closed');
    if (isLeftOut) return [];
    const tier: RankingTier = metres <= radiusMetres ? 'found' : 'farther';
    const facts: RankingFacts = {
      tier,
      text: 1,
      distanceMetres: metres,
      radiusMetres,
      availability: spec.availability,
      seenAgeDays: spec.daysAgo,
      open: state as 'open',
    };
    return [{ product: spec.product, tier, steps: rank(facts).steps }];
  });
  return gtins
    .flatMap((gtin, index) => {
      const mine = scored.filter((one) => one.product === index);
      const tier = mine.some((one) => one.tier === 'found') ? 'found' : 'farther';
      const steps = mine.filter((one) => one.tier === tier).map((one) => one.steps);
      const id = `${testOrigin}/products/${gtin}`;
      return steps.length === 0
        ? []
        : [
            {
              id,
              farther: tier === 'farther',
              steps: Math.max(...steps),
              offers: steps.length,
              tie: tieValue(seed, id),
            },
          ];
    })
    .toSorted(
      (one, other) => Number(one.farther) - Number(other.farther) || other.steps - one.steps || one.tie - other.tie,
    )
    .map(({ id, farther, steps, offers: passing }) => ({ id, farther, steps, offers: passing }));
};

const shown = (result: SearchResult) => ({
  id: result.id,
  farther: result.farther,
  steps: Math.round((result.explain?.score ?? 0) * 1_000),
  offers: result.type === 'product' ? result.offers.length + result.moreOffers : 0,
});

const cursorOf = ({ next }: SearchAnswer): Record<string, string> | undefined =>
  next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);

describe('an answer', () => {
  it('is what looking at every offer and sorting would give, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(townSpec, asked, fc.boolean(), async (spec, question, isMerged) => {
        await using town = isMerged ? createTestTown({}, mergedAtOnce) : createTestTown();
        await put(town, spec);
        const { results } = await town.ask(parametersOf(question));
        expect(results.map(shown)).toEqual(expected(spec, question));
      }),
      { numRuns: 150 },
    );
  });
});

describe('pages', () => {
  it('one behind the other make the whole, whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(townSpec, asked, fc.integer({ min: 1, max: 3 }), async (spec, question, limit) => {
        await using town = createTestTown();
        await put(town, spec);
        const whole = await town.ask(parametersOf(question));
        const walked: SearchResult[] = [];
        let parameters: Record<string, string> | undefined = { ...parametersOf(question), limit: String(limit) };
        while (parameters !== undefined) {
          const page: SearchAnswer = await town.ask(parameters);
          walked.push(...page.results);
          parameters = cursorOf(page);
        }
        expect(walked).toEqual(whole.results);
      }),
      { numRuns: 60 },
    );
  });

  it('keep their instant, place and order while time passes and data changes, and come to an end', async () => {
    const change = fc.record({ spec: offerSpec, removes: fc.boolean(), minutes: fc.integer({ min: 0, max: 3_000 }) });
    await fc.assert(
      fc.asyncProperty(townSpec, fc.array(change, { minLength: 1, maxLength: 12 }), async (spec, changes) => {
        await using town = createTestTown();
        await put(town, spec);
        const seen = new Map<string, number>();
        let at: string | undefined;
        let parameters: Record<string, string> | undefined = {
          ...parametersOf({ availability: undefined, priceMax: undefined, open: false }),
          limit: '1',
        };
        for (let pages = 0; parameters !== undefined; pages++) {
          expect(pages).toBeLessThan(20 + changes.length);
          const page: SearchAnswer = await town.ask(parameters);
          at ??= page.at;
          expect(page.at).toBe(at);
          for (const { id, farther, steps } of page.results.map(shown)) {
            const rankNow = steps - (farther ? 10_000 : 0);
            // Who comes again has fallen behind in the meantime.
            expect(rankNow).toBeLessThan(seen.get(id) ?? Infinity);
            seen.set(id, rankNow);
          }
          const next = changes[pages];
          if (next !== undefined) {
            const thing = offerThing(next.spec);
            await (next.removes ? town.remove(thing.id) : town.put(thing));
            town.clock.nowMs += next.minutes * 60_000;
          }
          parameters = cursorOf(page);
        }
      }),
      { numRuns: 60 },
    );
  });
});
