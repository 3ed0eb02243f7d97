import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toStoredText } from '../log/stored-text.ts';
import { searchIndexLimits } from '../project/search-index/limits.ts';
import { SearchState } from '../project/search-index/search-state.ts';
import { availabilities, moreSaid, noStock } from '../project/search-index/search-view.ts';
import { gtins, offer, testOrigin } from './search.test-helper.ts';
import { tellOffer, type ToldOffer } from './told-offer.ts';

const [pump] = gtins;
const positionNow = Date.parse('2026-03-02T09:00:00Z') * 1_000;

/** An offer as an index tells it that has read its document. */
const told = (values: Readonly<Record<string, unknown>>, state = new SearchState(testOrigin, 'nl')) => {
  const document = offer(pump, 'winkel', values);
  state.apply({ kind: 'Offer', id: document.id, position: positionNow, text: toStoredText(document) });
  return tellOffer(state, state.offerEnd - 1);
};

const letter = (number: number): string => String.fromCodePoint(65 + number);

/** What an answer says of an offer by its document. */
const saidBy = (values: Readonly<Record<string, unknown>>): ToldOffer =>
  JSON.parse(JSON.stringify({ ...values, url: undefined })) as ToldOffer;

const usual = { price: '12.50', priceCurrency: 'EUR', stock: 3, fulfilment: ['Buy', 'Reserve'] } as const;

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const mostly = (usually: string, ...others: readonly string[]) =>
  fc.oneof(
    { weight: 2 * others.length, arbitrary: fc.constant(usually) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

it('says what the document says, to the letter, or nothing', () => {
  const values = fc.record({
    availability: fc.constantFrom(...availabilities),
    observedAt: mostly(
      '2026-03-01T03:00:00Z',
      '2026-03-01T03:00:00.5Z',
      '2026-03-01T04:00:00+01:00',
      '1969-12-31T23:59:59Z',
      '2026-03-02T08:59:59Z',
      // As seen when it was written down.
      '2031-01-01T00:00:00Z',
    ),
    price: rarely(
      fc.oneof(
        fc.constantFrom('0', '0.00', '0.0001', '12', '12.5', '12.950', '999999999999.99', '1.005'),
        fc
          .integer({ min: 0, max: 10 ** 14 - 1 })
          .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
      ),
    ),
    priceCurrency: fc.constant('EUR'),
    stock: rarely(fc.oneof(fc.nat({ max: 70_000 }), fc.constantFrom('unlimited', 0, moreSaid - 1, moreSaid, noStock))),
    fulfilment: rarely(
      fc
        .subarray(['Buy', 'Reserve', 'OrderIn'], { minLength: 1 })
        .chain((ways) => fc.constantFrom(ways, ways.toReversed())),
    ),
    url: fc.constantFrom(undefined, undefined, undefined, undefined, 'https://winkel.example/pomp'),
  });
  let [tellings, silences] = [0, 0];
  fc.assert(
    fc.property(values, (said) => {
      const found = told(said);
      if (found === undefined) silences += 1;
      else tellings += 1;
      return found === undefined || (said.url === undefined && isDeepStrictEqual(found, saidBy(said)));
    }),
    { numRuns: 500 },
  );
  expect(Math.min(tellings, silences)).toBeGreaterThan(5);
});

it('tells what most offers say by numbers alone', () => {
  expect(told(usual)).toEqual({ ...usual, availability: 'InStock', observedAt: '2026-03-01T03:00:00Z' });
  expect(told({})).toEqual({ availability: 'InStock', observedAt: '2026-03-01T03:00:00Z' });
  expect(told({ ...usual, stock: moreSaid - 1 })?.stock).toBe(moreSaid - 1);
});

it('leaves to the document what numbers do not hold', () => {
  const more: readonly Readonly<Record<string, unknown>>[] = [
    { stock: moreSaid },
    { stock: 'unlimited' },
    { price: '12.5' },
    { fulfilment: ['Reserve', 'Buy'] },
    { observedAt: '2026-03-01T03:00:00.000Z' },
    { observedAt: '2026-03-01T04:00:00+01:00' },
    { salePrice: '9.95' },
    { readyWithin: 'P2D' },
    { itemCondition: 'UsedCondition' },
    { url: 'https://winkel.example/pomp' },
  ];
  expect(more.map((values) => told({ ...usual, ...values }))).toEqual(more.map(() => undefined));
});

it('leaves to the document a price in more currencies than it has numbers for', () => {
  const state = new SearchState(testOrigin, 'nl');
  const currencies = Array.from(
    { length: searchIndexLimits.currenciesMax + 1 },
    (_, number) => `X${letter(Math.floor(number / 26))}${letter(number % 26)}`,
  );
  const tellings = currencies.map((priceCurrency) => told({ ...usual, priceCurrency }, state));
  expect(tellings.slice(0, -1).map((offered) => offered?.priceCurrency)).toEqual(currencies.slice(0, -1));
  expect(tellings.at(-1)).toBeUndefined();
});
