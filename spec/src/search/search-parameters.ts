import { z } from 'zod';
import { isGtin } from '../protocol/gtin.ts';

/** Limits of what a search may ask; one past each is a 400 that says so. */
export const searchLimits = {
  queryCharactersMax: 200,
  queryWordsMax: 16,
  radiusMetresMin: 50,
  radiusMetresMax: 100_000,
  resultsMax: 50,
  suggestionsMax: 20,
  cursorCharactersMax: 3_000,
  /** Decimals of a coordinate: more than any shortest text of a number has. */
  coordinateDecimalsMax: 25,
  /** Years in UTC that may be asked about: outside, calendars and time zones say little. */
  openYearMin: 2000,
  openYearMax: 2099,
} as const;

/** What a search takes when nothing is said. */
export const searchDefaults = { radiusMetres: 10_000, limit: 10, suggestions: 8 } as const;

/** What can come as a result, by the name that `type` filters on. */
export const searchTypes = ['product', 'place', 'service', 'event', 'parcel-point'] as const;
export type SearchType = (typeof searchTypes)[number];

/** What languages write of a number near nothing (`5e-7`, `5.0E-4`) is taken too. */
const coordinateText = new RegExp(
  String.raw`^-?\d{1,9}(\.\d{1,${searchLimits.coordinateDecimalsMax}})?([eE]-\d{1,3})?$`,
);
const coordinate = (min: number, max: number) =>
  z
    .string()
    .regex(coordinateText, 'is not a number such as 52.37')
    .transform(Number)
    .pipe(z.number().min(min, `is below ${min}`).max(max, `is above ${max}`));
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `is below ${min}`).max(max, `is above ${max}`));
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `is none of ${values.join(', ')}`);
const notAnInstant =
  'is neither `now` nor a time with its offset, such as 2026-03-02T18:00:00Z or 2026-03-02T18:00:00%2B01:00 (in an address, + is written as %2B)';
const isInstantAskable = (open: string): boolean => {
  const year = open === 'now' ? searchLimits.openYearMin : new Date(open).getUTCFullYear();
  return year >= searchLimits.openYearMin && year <= searchLimits.openYearMax;
};
/** A word is a run of letters and digits. */
const word = /[\p{L}\p{M}\p{N}]+/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;
const words = (charactersMax: number) =>
  z.string().min(1, 'is empty').max(charactersMax, `is longer than ${charactersMax} characters`);

/**
 * The query of `/search`, as text from an address to values (PROTOCOL: search).
 * Rules over several parameters (`lat` with `lon`, something to search for) are the engine's to check.
 */
export const searchParametersSchema = z.strictObject({
  q: words(searchLimits.queryCharactersMax)
    // No pattern: most languages that clients are generated in do not know classes of letters in one.
    .refine((text) => letterOrDigit.test(text), 'has no words')
    .refine(
      (text) => (text.match(word)?.length ?? 0) <= searchLimits.queryWordsMax,
      `has more than ${searchLimits.queryWordsMax} words`,
    )
    .optional()
    .describe(`At most ${searchLimits.queryWordsMax} words, or a barcode; at least one letter or digit`),
  lat: coordinate(-90, 90).optional().describe('Degrees north, WGS84; with `lon`'),
  lon: coordinate(-180, 180).optional().describe('Degrees east, WGS84; with `lat`'),
  radius: wholeNumber(searchLimits.radiusMetresMin, searchLimits.radiusMetresMax)
    .optional()
    .describe('Metres around the point; inclusive'),
  near: words(100).optional().describe('A postcode or a town, instead of `lat` and `lon`'),
  open: z
    .union([z.literal('now'), z.iso.datetime({ offset: true, error: notAnInstant })], notAnInstant)
    .refine(isInstantAskable, `is outside the years ${searchLimits.openYearMin} to ${searchLimits.openYearMax}`)
    .optional()
    .describe(
      `\`now\`, or an instant with an offset in the years ${searchLimits.openYearMin} to ${searchLimits.openYearMax} (UTC): only what is open then; unknown hours stay, and say so`,
    ),
  availability: oneOf(['in-stock', 'orderable', 'any'])
    .optional()
    .describe('`in-stock`: there now; `orderable`: or to be had later; `any`: also what has run out'),
  gtin: z
    .string()
    .regex(/^(\d{8}|\d{12,14})$/, 'is not a barcode of 8, 12, 13 or 14 digits')
    .transform((digits) => digits.padStart(14, '0'))
    .refine(isGtin, 'has a wrong check digit')
    .optional()
    .describe('GTIN-8, -12, -13 or -14'),
  category: words(750)
    .optional()
    .describe('Google product category as the product states it: its id, or its path or the beginning of one'),
  brand: words(200).optional().describe('Brand'),
  kind: words(162)
    .optional()
    .describe('Kind of place: a tag of OpenStreetMap (`shop=bicycle`) or a word for it (`fietsenmaker`)'),
  priceMax: z
    .string()
    .regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, 'is not a price such as 12.95')
    .transform(Number)
    .optional()
    .describe('Highest price, in `currency`'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency such as EUR')
    .optional()
    .describe('Currency of `priceMax`; EUR when absent'),
  fulfilment: oneOf(['buy', 'reserve', 'order-in']).optional().describe('How to get it'),
  type: oneOf(searchTypes).optional().describe('Only results of this type'),
  limit: wholeNumber(1, searchLimits.resultsMax).optional().describe('Results a page'),
  cursor: words(searchLimits.cursorCharactersMax).optional().describe('Where the page before ended: from its `next`'),
  explain: oneOf(['0', '1']).optional().describe('`1`: each term of each score'),
});
/** What a search asks, as values. */
export type SearchParameters = z.output<typeof searchParametersSchema>;
/** Names of the parameters that `/search` takes. */
export const searchParameterNames = Object.keys(searchParametersSchema.shape) as readonly (keyof SearchParameters)[];

/** The query of `/search/suggest`. */
export const suggestParametersSchema = z.strictObject({
  q: words(searchLimits.queryCharactersMax).describe('What was typed so far'),
  limit: wholeNumber(1, searchLimits.suggestionsMax).optional().describe('The most suggestions to give'),
});

/**
 * Names that may stand beside the parameters without being looked at: what a GS1 Digital Link brings along when it
 * leads to a search (`linkType`, application identifiers such as `17`, and the `utm_source` of a printed code).
 */
export const isCarriedAlong = (name: string): boolean => name === 'linkType' || /^(\d{2,4}|utm_\w+)$/.test(name);
