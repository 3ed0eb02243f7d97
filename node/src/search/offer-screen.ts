import {
  availabilities,
  fulfilmentBits,
  none,
  type OfferColumns,
  type SearchView,
} from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import { allowedBy, defaultCurrency, wantedWays } from './offer-fit.ts';
import type { Question } from './question.ts';
import { rankingFigures, seenValue, sumScore } from './ranking.ts';

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
  #text = 0;
  #bestWithin = -1;
  #bestBeyond = -1;
  #isListed = false;
  /** When each source last confirmed everything, seconds since 1970. */
  #confirmedAt = new Float64Array(0);
  readonly #visit: (offer: number) => void;

  constructor(locations: LocationScreen) {
    this.#locations = locations;
    this.#visit = (offer) => {
      const { availability, location: locationOf } = this.#offers as OfferColumns;
      const location = locationOf[offer] as number;
      const metres = this.#locations.metres(location);
      if (metres <= this.#radius) this.#isListed = true;
      if (this.#allowed[availability[offer] as number] === 0) return;
      if (metres <= this.#radius) {
        const score = this.#score(offer, location, this.#text, this.#bestWithin);
        if (score > this.#bestWithin) this.#bestWithin = score;
      } else if (metres <= this.#reach) {
        const score = this.#score(offer, location, this.#text, this.#bestBeyond);
        if (score > this.#bestBeyond) this.#bestBeyond = score;
      }
    };
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

  /** The best score of the last product looked at, before rounding; what `look` was given where nothing beats it. */
  get bestWithin(): number {
    return this.#bestWithin;
  }
  get bestBeyond(): number {
    return this.#bestBeyond;
  }
  /** Whether anybody within the radius lists the last product looked at, at whatever price and stock, open or closed. */
  get isListed(): boolean {
    return this.#isListed;
  }

  /**
   * Looks at a product's offers.
   * @param leastWithin what offers within the radius must beat to be seen
   * @param leastBeyond the same for those farther away; Infinity for none
   */
  look(product: number, text: number, leastWithin: number, leastBeyond: number): void {
    this.#text = text;
    this.#bestWithin = leastWithin;
    this.#bestBeyond = leastBeyond;
    this.#isListed = false;
    this.#view?.forOffersOf(product, this.#visit);
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

  /** The score of an offer at a location, before rounding; -1 where it is not let through, or not above `atLeast`. */
  scoreAt(offer: number, location: number, text: number, atLeast: number): number {
    return this.#isAllowed(offer) ? this.#score(offer, location, text, atLeast) : -1;
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

/** The most that anything whose words fit this well can score: rooms of results that can't come onto the page are left unread. */
export const scoreMax = (text: number): number => sumScore(text, 1, 1, 1, 1);
