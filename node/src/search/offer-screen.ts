import {
  availabilities,
  fulfilmentBits,
  goneSubject,
  none,
  type OfferColumns,
  type SearchView,
} from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import { type LocationScreen, type Side, within } from './location-screen.ts';
import { allowedBy, defaultCurrency, wantedWays } from './offer-fit.ts';
import type { Question } from './question.ts';
import { rankingFigures, rankingWeights, seenValue, sumScore } from './ranking.ts';

const dayMs = 86_400_000;
const availabilityValues = Float64Array.from(availabilities, (name) => rankingFigures.availability[name]);
const seenValues = Float64Array.from({ length: rankingFigures.seenDaysMax + 1 }, (_, days) => seenValue(days));

/** The price that counts at an instant; NaN where nobody said. */
export const priceAt = (view: SearchView, offer: number, atMs: number): number => {
  const sale = view.saleOf(offer);
  return sale !== undefined && atMs >= sale.fromMs && atMs <= sale.throughMs
    ? sale.price
    : (view.offers.price[offer] ?? Number.NaN);
};

/**
 * Which offers a search lets through, and what they score.
 * The columns are read directly, cheap tests first: a common word brings a hundred thousand offers here.
 */
export class OfferScreen {
  readonly #locations: LocationScreen;
  #view: SearchView | undefined;
  #offers: OfferColumns | undefined;
  #allowed = new Uint8Array(256);
  #bits = 0;
  #priceMax: number | undefined;
  #currency = -1;
  #atMs = 0;
  #nowMs = 0;
  /** Offers up to `#radius` are within, those up to `#reach` beyond. */
  #radius = 0;
  #reach = -1;
  /** When each source last confirmed everything, seconds since 1970. */
  #confirmedAt = new Float64Array(0);

  constructor(locations: LocationScreen) {
    this.#locations = locations;
  }

  start(view: SearchView, question: Question): void {
    const { availability = 'default', fulfilment, priceMax, currency = defaultCurrency } = question.parameters;
    this.#view = view;
    this.#offers = view.offers;
    this.#allowed.fill(0);
    for (const name of allowedBy[availability]) this.#allowed[availabilities.indexOf(name)] = 1;
    this.#bits = fulfilment === undefined ? 0 : fulfilmentBits[wantedWays[fulfilment]];
    this.#priceMax = priceMax;
    this.#currency = view.currencies.indexOf(currency);
    this.#atMs = question.atMs;
    this.#nowMs = question.nowMs;
    this.#radius = question.radiusMetres;
    this.#reach = question.where === undefined ? -1 : question.radiusMetres * searchRoomLimits.fartherRadii;
    this.#confirmedAt = Float64Array.from(view.sources, ({ lastCompleteDelivery }) => lastCompleteDelivery);
  }

  /** Whether anybody within the radius lists a product, at whatever price and stock, open or closed. */
  isListed(product: number): boolean {
    if (!this.#locations.mayOffer(product, within)) return false;
    const view = this.#view as SearchView;
    const { offerStarts } = view;
    const end = offerStarts[product + 1] ?? 0;
    for (let offer = offerStarts[product] ?? end; offer < end; offer++) if (this.#isThere(offer, within)) return true;
    for (let offer = view.newestOffer(product); offer !== none; offer = view.offerBefore(offer))
      if (this.#isThere(offer, within)) return true;
    return false;
  }

  /** Whether an offer is on this side of the radius, and not gone. */
  #isThere(offer: number, side: Side): boolean {
    const offers = this.#offers as OfferColumns;
    if (offers.availability[offer] === goneSubject) return false;
    const location = offers.location[offer] as number;
    this.#locations.measure(location);
    return side * (this.#locations.signedNearness[location] as number) > 0;
  }

  /** The best score of a product's offers on one side of the radius, before rounding; `least` where none is above it. */
  best(product: number, text: number, least: number, side: Side): number {
    if (!this.#locations.mayOffer(product, side)) return least;
    const nearnessMin = nearnessToBeat(text, least);
    const view = this.#view as SearchView;
    const { offerStarts } = view;
    const { location: locationOf } = this.#offers as OfferColumns;
    const nearness = this.#locations.signedNearness;
    const isMeasured = this.#locations.isMeasuredAround;
    let best = least;
    const end = offerStarts[product + 1] ?? 0;
    for (let offer = offerStarts[product] ?? end; offer < end; offer++) {
      const here = side * (nearness[locationOf[offer] as number] as number);
      // NaN is neither: what is not measured is too far once all around are, and may be near before.
      if (isMeasured ? !(here > nearnessMin) : here <= nearnessMin) continue;
      best = this.#see(offer, text, best, side);
    }
    for (let offer = view.newestOffer(product); offer !== none; offer = view.offerBefore(offer))
      best = this.#see(offer, text, best, side);
    return best;
  }

  /** The score of an offer that is on this side, where it is above the best so far. */
  #see(offer: number, text: number, best: number, side: Side): number {
    if (!this.#isThere(offer, side)) return best;
    const offers = this.#offers as OfferColumns;
    if (this.#allowed[offers.availability[offer] as number] === 0) return best;
    return Math.max(best, this.#score(offer, offers.location[offer] as number, text, best));
  }

  /** Whole days since an offer was seen: by itself, or by a full delivery of its source. */
  seenAgeDays(offer: number): number {
    const observedAt = this.#offers?.observedAt[offer] ?? 0;
    const confirmedAt = this.#confirmedAt[this.#offers?.source[offer] ?? none] ?? 0;
    return Math.max(0, Math.floor((this.#nowMs - 1_000 * Math.max(observedAt, confirmedAt)) / dayMs));
  }

  /** The score of an offer within the radius, or beyond it, before rounding; -1 when it is not let through. */
  score(offer: number, text: number, isBeyond: boolean): number {
    if (!this.#isAllowed(offer)) return -1;
    const location = this.#offers?.location[offer] ?? none;
    const metres = this.#locations.metres(location);
    const isThere = isBeyond ? metres > this.#radius && metres <= this.#reach : metres <= this.#radius;
    return isThere ? this.#score(offer, location, text, -1) : -1;
  }

  /** Whether its availability is let through. */
  #isAllowed(offer: number): boolean {
    return this.#allowed[(this.#offers as OfferColumns).availability[offer] as number] === 1;
  }

  #score(offer: number, location: number, text: number, atLeast: number): number {
    const offers = this.#offers as OfferColumns;
    const nearness = this.#locations.nearness(location);
    const available = availabilityValues[offers.availability[offer] as number] as number;
    // Cheap first: most can't beat what was seen already, however lately they were seen and whatever is open.
    if (sumScore(text, nearness, available, 1, 1) <= atLeast) return -1;
    const seen = seenValues[Math.min(this.seenAgeDays(offer), rankingFigures.seenDaysMax)] as number;
    if (sumScore(text, nearness, available, seen, 1) <= atLeast || !this.#isFit(offer)) return -1;
    const openness = this.#locations.openness(location);
    return openness < 0 ? -1 : sumScore(text, nearness, available, seen, openness);
  }

  /** What few searches ask. */
  #isFit(offer: number): boolean {
    const offers = this.#offers as OfferColumns;
    // Who says nothing on how to get it sells it over the counter.
    if (this.#bits !== 0 && ((offers.fulfilment[offer] || fulfilmentBits.Buy) & this.#bits) === 0) return false;
    if (this.#priceMax === undefined) return true;
    if (offers.currency[offer] !== this.#currency) return false;
    return priceAt(this.#view as SearchView, offer, this.#atMs) <= this.#priceMax;
  }
}

/** A little less than what it takes, so that rounding decides nothing. */
const nearnessMargin = 1e-9;

/** How near an offer of such a product must at least be to score more than so much. */
const nearnessToBeat = (text: number, least: number): number =>
  Math.max(0, (least - sumScore(text, 0, 1, 1, 1)) / rankingWeights.distance - nearnessMargin);
