import { z } from 'zod';
import { availabilityTerms } from '../models/offer.ts';
import { geoAccuracies } from '../models/shared.ts';

/** Version of the answer's schema: it grows by new members only; anything else is a new version. */
export const searchAnswerVersion = 1;

const iri = z.string().regex(/^https?:\/\//);
/** One text, or one text a language. */
const texts = z.union([z.string(), z.record(z.string(), z.string())]);
const instant = z.iso.datetime({ offset: true });
const decimal = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/);

const origin = z
  .object({ name: z.string().describe('Name of the node'), url: iri })
  .describe('The node that states it');

const openness = z
  .object({
    state: z.enum(['open', 'closed', 'unknown']),
    until: instant.optional().describe('When that changes, with the offset of the place'),
    becomes: z
      .enum(['open', 'closed', 'unknown'])
      .optional()
      .describe('What it is from `until` on: open until it is unknown is open until then at least'),
    publicHoliday: z
      .literal(true)
      .optional()
      .describe('Unknown because it is a public holiday there, of which the opening hours say nothing'),
  })
  .describe('At the instant of `at`: unknown is not closed');

/** Why a result stands where it stands: code for programs, words for people. */
const reason = z.object({
  code: z.enum([
    'barcode',
    'name',
    'brand',
    'category',
    'kind',
    'description',
    'assortment',
    'compound',
    'synonym',
    'corrected',
    'distance',
    'availability',
    'seen',
    'open',
    'farther',
  ]),
  text: z.string(),
});

/** One term of a score: `value` (0 to 1) times `weight` is its `share`. */
const scoreTerm = z.object({ term: z.string(), value: z.number(), weight: z.number(), share: z.number() });
const explanation = z.object({
  score: z.number(),
  terms: z.array(scoreTerm),
  tie: z
    .object({ seed: z.string(), value: z.number() })
    .describe(
      'How equal scores are ordered: a lot from 0 up to 1 that rotates by date and place; before the point the minutes until an event begins, 0 for all else',
    ),
});

const placeInfo = z.object({
  id: iri,
  name: texts,
  kind: z.string().describe('Tag of OpenStreetMap: `shop=bicycle`'),
  streetAddress: z.string().optional(),
  postalCode: z.string().optional(),
  addressLocality: z.string(),
  addressCountry: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.enum(geoAccuracies),
});

const nearness = {
  distanceMetres: z.number().optional().describe('Geodesic on WGS84; absent where the search has no point'),
  walkingMinutes: z.int().optional(),
  farther: z.boolean().describe('True beyond the radius asked for'),
};
const common = {
  id: iri,
  origin,
  why: z.array(reason),
  explain: explanation.optional(),
};

export const searchOfferSchema = z.object({
  ...common,
  ...nearness,
  place: placeInfo,
  product: iri,
  availability: z.enum(Object.keys(availabilityTerms) as (keyof typeof availabilityTerms)[]),
  stock: z.union([z.int(), z.literal('unlimited')]).optional(),
  price: decimal.optional(),
  priceCurrency: z.string().optional(),
  salePrice: decimal.optional().describe('Only while it counts'),
  fulfilment: z.array(z.enum(['Buy', 'Reserve', 'OrderIn'])).optional(),
  readyWithin: z.string().optional(),
  itemCondition: z.string().optional(),
  seenAt: instant.describe('The later of `observedAt` and the last complete delivery of its source'),
  open: openness,
  url: iri.optional(),
});

const productResult = z.object({
  type: z.literal('product'),
  ...common,
  ...nearness,
  gtin: z.string().optional(),
  name: texts.optional(),
  brand: texts.optional(),
  image: iri.optional(),
  offers: z
    .array(searchOfferSchema)
    .describe(
      'Best first; of this barcode, at any shop and of any node. Where a barcode was asked for, up to `limit`, and the next ones on the page that `next` leads to',
    ),
  moreOffers: z.int().describe('How many offers there are behind those shown'),
});
const placeResult = z.object({
  type: z.literal('place'),
  ...common,
  ...nearness,
  place: placeInfo,
  open: openness,
  carries: z
    .array(z.string())
    .optional()
    .describe('Brands and categories carried that fit: nobody lists the product itself'),
});
const serviceResult = z.object({
  type: z.literal('service'),
  ...common,
  ...nearness,
  name: texts,
  place: placeInfo.optional(),
  open: openness.optional(),
  price: decimal.optional(),
  priceCurrency: z.string().optional(),
  duration: z.string().optional(),
  bookingUrl: iri.optional(),
});
const eventResult = z.object({
  type: z.literal('event'),
  ...common,
  ...nearness,
  name: texts,
  place: placeInfo.optional(),
  startDate: instant,
  endDate: instant.optional(),
  url: iri.optional(),
});
const parcelPointResult = z.object({
  type: z.literal('parcel-point'),
  ...common,
  ...nearness,
  name: texts.optional(),
  place: placeInfo.optional().describe('The place that it is in'),
  latitude: z.number(),
  longitude: z.number(),
  carrier: z.array(z.string()),
  parcelService: z.array(z.string()),
  open: openness,
});

export const searchResultSchema = z.discriminatedUnion('type', [
  productResult,
  placeResult,
  serviceResult,
  eventResult,
  parcelPointResult,
]);

/** The answer of `/search` as JSON. */
export const searchAnswerSchema = z.object({
  version: z.literal(searchAnswerVersion),
  /** What was asked, as it was understood. */
  query: z.object({
    q: z.string().optional(),
    gtin: z.string().optional(),
    corrected: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
    leftOut: z
      .array(z.string())
      .optional()
      .describe(
        'Words of `q` that the results were not looked for by: nothing has all of them, what has them is sold out, shut, too dear or too far away, or they name a day',
      ),
    place: z
      .string()
      .optional()
      .describe('Words of `q` that name a place here: the results are what that place has of the others'),
    open: z.literal('now').optional().describe('Where `q` itself asks for what is open now'),
  }),
  where: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      radiusMetres: z.int(),
      from: z.enum(['coordinates', 'postcode', 'town']),
      near: z.string().optional(),
      district: z
        .string()
        .optional()
        .describe(
          'The postcode itself is not known: this is the middle of the places in its district, its first digits',
        ),
    })
    .optional()
    .describe('Absent where the search has no point: then nothing has a distance'),
  at: instant.describe('The instant that *open*, sales and events are reckoned from; pages of one search share it'),
  results: z.array(searchResultSchema),
  next: iri.optional().describe('The next page; absent at the end'),
  ranking: iri.describe('How results are ordered: the same for everyone'),
  license: iri,
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type SearchResult = z.infer<typeof searchResultSchema>;
export type SearchOffer = z.infer<typeof searchOfferSchema>;
export type SearchReasonCode = z.infer<typeof reason>['code'];

/** The answer of `/search/suggest`: how what was typed could go on. */
export const searchSuggestionsSchema = z.object({
  version: z.literal(searchAnswerVersion),
  suggestions: z.array(z.object({ text: z.string(), type: z.enum(['word', 'product', 'place', 'kind', 'brand']) })),
});
export type SearchSuggestions = z.infer<typeof searchSuggestionsSchema>;

/** The answer of `/ranking`: what moves a result, and how much. */
export const searchRankingSchema = z.object({
  version: z.literal(searchAnswerVersion),
  terms: z.array(
    z.object({
      term: z.string().describe('Its name in an explanation'),
      weight: z.number().min(0).max(1),
      means: z.string().describe('How its value, 0 to 1, is reckoned'),
    }),
  ),
  order: z.array(z.string()).describe('What comes before what, in words; the first rule counts first'),
  constants: z.record(z.string(), z.number()).describe('The figures behind the terms, by name, unit last'),
});
export type SearchRanking = z.infer<typeof searchRankingSchema>;
