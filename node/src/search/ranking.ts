import type { Availability } from '@openstraat/spec';

/** How much each term of a score counts; together 1. Nothing else moves a result, and nothing here is for sale. */
export const rankingWeights = { text: 0.55, distance: 0.25, availability: 0.1, seen: 0.07, open: 0.03 } as const;
export type RankingTerm = keyof typeof rankingWeights;

/** The figures that turn facts into values between 0 and 1. */
export const rankingFigures = {
  /** The distance whose value is one half, as a share of the radius asked for. */
  halfDistanceShare: 0.2,
  /** After so many days the value of *seen* is one half, then a quarter, and so on. */
  seenHalfLifeDays: 14,
  /** Beyond this age nothing is worth less. */
  seenDaysMax: 365,
  /** An event stands for its own availability: what is on is there, and what has yet to begin counts for half as much more than `neutral` each so many days. */
  eventHalfLifeDays: 30,
  /** Stands for a term that does not apply: a place has no stock, a search without a point no distance. */
  neutral: 0.5,
  /** Where the words name a kind of place (`museum`), how well they fit a product that mentions it counts this much. */
  productNamingKind: 0.7,
  /** Scores are counted in steps of 1/1000: what differs less is equal, and ordered by the tie. */
  scoreSteps: 1_000,
  availability: {
    InStock: 1,
    LimitedAvailability: 0.9,
    MadeToOrder: 0.5,
    PreOrder: 0.4,
    BackOrder: 0.4,
    Unknown: 0.5,
    OutOfStock: 0,
    Discontinued: 0,
  },
  open: { open: 1, unknown: 0.5, closed: 0 },
} as const satisfies {
  readonly availability: Readonly<Record<Availability, number>>;
  readonly [figure: string]: unknown;
};

/**
 * Results come in this order, whatever their scores: what was found within the radius, places that carry its brand or
 * category where nobody there lists it, and what is farther.
 */
export const rankingTiers = ['found', 'carried', 'farther'] as const;
export type RankingTier = (typeof rankingTiers)[number];

/** Everything that a result's place in the order is reckoned from. What is absent does not apply. */
export interface RankingFacts {
  readonly tier: RankingTier;
  /** How well the words fit, 0 to 1. */
  readonly text?: number;
  readonly distanceMetres?: number;
  readonly radiusMetres: number;
  readonly availability?: Availability;
  /** Days until an event begins; 0 while it is on. */
  readonly startsInDays?: number;
  /** Whole days since it was last seen. */
  readonly seenAgeDays?: number;
  readonly open?: 'open' | 'closed' | 'unknown';
}

/** One term of a score: `share` is `value` times `weight`. */
export interface ScoreTerm {
  readonly term: RankingTerm;
  readonly value: number;
  readonly weight: number;
  readonly share: number;
}

/** The value of a distance: 1 at the door, one half at `halfDistanceShare` of the radius, never 0. */
export const distanceValue = (metres: number, radiusMetres: number): number => {
  const half = radiusMetres * rankingFigures.halfDistanceShare;
  return half / (half + metres);
};

/** The value of an age in whole days. */
export const seenValue = (ageDays: number): number =>
  0.5 ** (Math.min(Math.max(ageDays, 0), rankingFigures.seenDaysMax) / rankingFigures.seenHalfLifeDays);

/** The value of how soon an event begins: 1 while it is on, and never less than what does not apply. */
export const soonValue = (days: number): number =>
  rankingFigures.neutral + (1 - rankingFigures.neutral) * 0.5 ** (days / rankingFigures.eventHalfLifeDays);

/** Adds up what the terms contribute, before rounding. */
export const sumScore = (text: number, distance: number, availability: number, seen: number, open: number): number =>
  rankingWeights.text * text +
  rankingWeights.distance * distance +
  rankingWeights.availability * availability +
  rankingWeights.seen * seen +
  rankingWeights.open * open;

/** The most that an offer can score of a product whose words fit so well, at a place no nearer than that. */
export const scoreMax = (text: number, distance: number): number => sumScore(text, distance, 1, 1, 1);

/** A score in whole steps: the number that results are ordered by. */
export const scoreSteps = (sum: number): number => Math.round(sum * rankingFigures.scoreSteps);

const availabilityValue = ({ availability, startsInDays }: RankingFacts): number => {
  if (startsInDays !== undefined) return soonValue(startsInDays);
  return availability === undefined ? rankingFigures.neutral : rankingFigures.availability[availability];
};

const valuesOf = (facts: RankingFacts): Readonly<Record<RankingTerm, number>> => ({
  text: facts.text ?? rankingFigures.neutral,
  distance:
    facts.distanceMetres === undefined
      ? rankingFigures.neutral
      : distanceValue(facts.distanceMetres, facts.radiusMetres),
  availability: availabilityValue(facts),
  seen: facts.seenAgeDays === undefined ? rankingFigures.neutral : seenValue(facts.seenAgeDays),
  open: facts.open === undefined ? rankingFigures.neutral : rankingFigures.open[facts.open],
});

/** Ranks a result by its facts alone: the same for everyone, at every node. @returns the score in steps, and how it came about */
export const rank = (facts: RankingFacts): { readonly steps: number; readonly terms: readonly ScoreTerm[] } => {
  const values = valuesOf(facts);
  const terms = (Object.keys(rankingWeights) as RankingTerm[]).map((term) => {
    const weight = rankingWeights[term];
    return { term, value: values[term], weight, share: values[term] * weight };
  });
  const sum = sumScore(values.text, values.distance, values.availability, values.seen, values.open);
  return { steps: scoreSteps(sum), terms };
};
