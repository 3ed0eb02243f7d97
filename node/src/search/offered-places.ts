import { type Gtin, thingId } from '@openstraat/spec';
import { none } from '../project/search-index/search-view.ts';
import type { LocationScreen } from './location-screen.ts';
import type { OfferScreen } from './offer-screen.ts';
import type { Plan } from './search-plan.ts';
import { spotScore } from './spot-score.ts';

/** Told of a place, its score before rounding, and whether it is within the radius. */
export type VisitPlace = (place: number, sum: number, isWithin: boolean) => void;

/**
 * Visits the places that offer a barcode whose product has not arrived: they are what can be said of it.
 * @param text how well a barcode fits
 */
export const visitOfferedPlaces = (
  plan: Plan,
  gtin: Gtin,
  text: number,
  { locations, offers }: { readonly locations: LocationScreen; readonly offers: OfferScreen },
  visit: VisitPlace,
): void => {
  const { view, question } = plan;
  const seen = new Set<number>();
  view.forOffersOfId(thingId('Product', gtin), (offer) => {
    const location = view.offers.location[offer] ?? none;
    const place = view.locations.subject[location] ?? none;
    const isWithin = offers.score(offer, text, false) >= 0;
    const isBeyond = !isWithin && question.where !== undefined && offers.score(offer, text, true) >= 0;
    if (place === none || seen.has(place) || !(isWithin || isBeyond)) return;
    seen.add(place);
    const sum = spotScore(plan, locations, place, text);
    if (sum >= 0) visit(place, sum, isWithin);
  });
};
