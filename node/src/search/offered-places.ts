import { type Gtin, thingId } from '@openstraat/spec';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import type { LocationScreen } from './location-screen.ts';
import type { OfferScreen } from './offer-screen.ts';
import type { Plan } from './search-plan.ts';
import { spotScore } from './spot-score.ts';

/** Told of a place, its score before rounding, and whether it is within the radius. */
export type VisitPlace = (place: number, sum: number, isWithin: boolean) => void;

/** Calls `visit` with each offer of a barcode, at any node, by the id that its product would have. */
const forOffersOfBarcode = (view: SearchView, gtin: Gtin, visit: (offer: number) => void): void => {
  const path = thingId('Product', gtin);
  for (const [number, origin] of view.origins.entries()) view.forOffersOfId(number === 0 ? path : origin + path, visit);
};

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
  forOffersOfBarcode(view, gtin, (offer) => {
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
