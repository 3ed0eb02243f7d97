import type { OpeningState } from '../hours/opening-state.ts';
import type { SeenThing } from '../project/library.ts';
import { availabilities, none, subjectKinds } from '../project/search-index/search-view.ts';
import type { TierCandidate } from './page-tiers.ts';
import { geodesicMetres, type Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import type { OfferScreen } from './offer-screen.ts';
import { compareWithinTier, type RankedWithinTier } from './rank-order.ts';
import { type RankingFacts, scoreSteps } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { absoluteId, groupOf, seenSubject } from './selection.ts';
import { seedHash, tieValue } from './tie.ts';
import type { createOfferTeller, ToldOffer } from './told-offer.ts';
import { startsInDays } from './wait-of.ts';

/** A location of a result, as the index knows it: a place, or a parcel point with an address of its own. */
export interface LocationHit extends SeenThing {
  readonly point: Point;
  /** Geodesic; absent in a search without a point. */
  readonly metres?: number;
  readonly opening: OpeningState;
  readonly timeZone: string;
}

/** What an answer is made of, besides documents. */
export interface Hit extends SeenThing {
  readonly originIndex: number;
  readonly kind: (typeof subjectKinds)[number] | 'Offer';
  readonly facts: RankingFacts;
  readonly steps: number;
  readonly tie: number;
  readonly location?: LocationHit;
}
export interface OfferHit extends Hit {
  readonly kind: 'Offer';
  readonly location: LocationHit;
  readonly product: string;
  readonly source: SeenThing | undefined;
  /** What it says, where the index knows it as the log has it now; its document must be read otherwise. */
  readonly told: ToldOffer | undefined;
}
export interface ResultHit extends Hit {
  readonly offers: readonly OfferHit[];
  readonly moreOffers: number;
}

/** An offer that is let through, by number. */
interface PassingOffer {
  readonly offer: number;
  readonly steps: number;
}
type TiedOffer = PassingOffer & RankedWithinTier;

/** The last offer shown of a product that has more of them; undefined where all were shown. */
export const lastOfferBefore = (hit: ResultHit | undefined, origin: string): RankedWithinTier | undefined => {
  const last = hit?.offers.at(-1);
  return hit === undefined || last === undefined || hit.moreOffers === 0
    ? undefined
    : { steps: last.steps, tie: last.tie, id: absoluteId(last.id, origin) };
};

interface Screens {
  readonly locations: LocationScreen;
  readonly offers: OfferScreen;
}

/** Where nobody says in which zone a place is, its hours are unknown too, and no time is shown. */
const noZone = 'UTC';

/** Makes the hits of a page: everything that the columns know, before anybody awaits. */
export const createHitMaker = (
  { view, question, selection }: Plan,
  screens: Screens,
  { origin, tell }: { readonly origin: string; readonly tell: ReturnType<typeof createOfferTeller> },
) => {
  const seed = seedHash(question.seed);
  const after = question.cursor?.offer;
  // Who asks for one barcode asks for its offers: a page is full of them.
  const shownMax = question.gtin === undefined ? searchRoomLimits.offersShownMax : question.limit;

  const locationHit = (location: number, opening: () => OpeningState): LocationHit | undefined => {
    const subject = view.locations.subject[location] ?? none;
    if (subject === none) return undefined;
    const point = {
      latitude: view.locations.latitude[location] ?? 0,
      longitude: view.locations.longitude[location] ?? 0,
    };
    return {
      ...seenSubject(view, subject),
      point,
      opening: opening(),
      timeZone: view.openingRules(location)?.timeZone ?? noZone,
      ...(question.where === undefined ? {} : { metres: geodesicMetres(question.where.point, point) }),
    };
  };
  const factsAt = (tier: RankingFacts['tier'], location: number | undefined, text: number): RankingFacts => ({
    tier,
    text,
    radiusMetres: question.radiusMetres,
    ...(question.where === undefined || location === undefined || location === none
      ? {}
      : { distanceMetres: screens.locations.metres(location) }),
  });

  const offerHit = ({ offer, steps, tie }: TiedOffer, { tier, text }: TierCandidate): OfferHit | undefined => {
    const { offers } = view;
    const product = offers.product[offer] ?? none;
    const location = offers.location[offer] ?? none;
    const at = locationHit(location, () => screens.locations.state(location));
    if (at === undefined) return undefined;
    const availability = availabilities[offers.availability[offer] ?? none];
    const id = view.offerId(offer);
    return {
      id,
      position: offers.position[offer] ?? 0,
      kind: 'Offer',
      originIndex: view.subjects.origin[product] ?? 0,
      steps,
      tie,
      location: at,
      product: view.subjectId(product),
      source: view.sources[offers.source[offer] ?? none],
      told: tell(offer, id),
      facts: {
        ...factsAt(tier, location, text),
        ...(availability === undefined ? {} : { availability }),
        seenAgeDays: screens.offers.seenAgeDays(offer),
        open: at.opening.state,
      },
    };
  };

  const withTie = ({ offer, steps }: PassingOffer): TiedOffer => {
    const id = absoluteId(view.offerId(offer), origin);
    return { offer, steps, id, tie: tieValue(seed, id) };
  };

  /** Offers of a barcode that are let through, those shown on pages before left out. */
  const passingOffers = ({ subject, text, tier }: TierCandidate): readonly PassingOffer[] => {
    const passing: PassingOffer[] = [];
    const isBehind = (found: PassingOffer): boolean =>
      after === undefined ||
      found.steps < after.steps ||
      (found.steps === after.steps && compareWithinTier(withTie(found), after) > 0);
    for (const product of groupOf(view, subject, selection))
      view.forOffersOf(product, (offer) => {
        const sum = screens.offers.score(offer, text, tier === 'farther');
        if (sum < 0) return;
        const found = { offer, steps: scoreSteps(sum) };
        if (isBehind(found)) passing.push(found);
      });
    return passing;
  };

  /** The best offers of a barcode, and how many more there are. */
  const offersOf = (candidate: TierCandidate): Pick<ResultHit, 'offers' | 'moreOffers'> => {
    const passing = passingOffers(candidate);
    // Ties cost an id each: only those that may be shown get one.
    const least = passing
      .map(({ steps }) => steps)
      .toSorted((one, other) => other - one)
      .at(Math.min(shownMax, passing.length) - 1);
    const shown = passing
      .filter(({ steps }) => least !== undefined && steps >= least)
      .map(withTie)
      .toSorted(compareWithinTier)
      .slice(0, shownMax);
    const offers = shown.flatMap((offer) => offerHit(offer, candidate) ?? []);
    return { offers, moreOffers: passing.length - offers.length };
  };

  const resultHit = (candidate: TierCandidate): ResultHit | undefined => {
    const { subject, tier, text, tie } = candidate;
    const kind = subjectKinds[view.subjects.kind[subject] ?? none] ?? 'Place';
    const location = view.subjects.location[subject] ?? none;
    const at = kind === 'Product' ? undefined : locationHit(location, () => screens.locations.stateOf(subject));
    const { offers, moreOffers } = kind === 'Product' ? offersOf(candidate) : { offers: [], moreOffers: 0 };
    const [best] = offers;
    // The rest of its offers may have gone since the page before.
    if (after !== undefined && best === undefined) return undefined;
    const hasHours = at !== undefined && kind !== 'Event';
    return {
      ...seenSubject(view, subject),
      kind,
      originIndex: view.subjects.origin[subject] ?? 0,
      steps: after === undefined ? candidate.steps : (best?.steps ?? candidate.steps),
      tie,
      offers,
      moreOffers,
      ...(at === undefined ? {} : { location: at }),
      facts: best?.facts ?? {
        ...factsAt(tier, at === undefined ? undefined : location, text),
        ...(hasHours ? { open: at.opening.state } : {}),
        ...(kind === 'Event' ? { startsInDays: startsInDays({ view, question }, subject) } : {}),
      },
    };
  };
  return resultHit;
};
