import type { Availability, Offer, SearchParameters } from '@openstraat/spec';
import { availabilities } from '../project/search-index/search-view.ts';
import type { Question } from './question.ts';

/** What `priceMax` is in where nobody says. */
export const defaultCurrency = 'EUR';

/** Availabilities that each value of the parameter lets through; without it, everything that somebody may still get here. */
export const allowedBy: Readonly<
  Record<NonNullable<SearchParameters['availability']> | 'default', readonly Availability[]>
> = {
  'in-stock': ['InStock', 'LimitedAvailability'],
  orderable: ['InStock', 'LimitedAvailability', 'PreOrder', 'BackOrder', 'MadeToOrder'],
  default: ['InStock', 'LimitedAvailability', 'PreOrder', 'BackOrder', 'MadeToOrder', 'Unknown'],
  any: availabilities,
};

type FulfilmentWay = NonNullable<Offer['fulfilment']>[number];

/** What each value of `fulfilment` asks of an offer. */
export const wantedWays: Readonly<Record<NonNullable<SearchParameters['fulfilment']>, FulfilmentWay>> = {
  buy: 'Buy',
  reserve: 'Reserve',
  'order-in': 'OrderIn',
};

/** Who says nothing on how to get it sells it over the counter. */
const waysUnsaid: readonly FulfilmentWay[] = ['Buy'];

/** Whether a document's reduced price counts at an instant. */
export const isOnSale = ({ salePrice, saleFrom, saleThrough }: Offer, atMs: number): boolean =>
  salePrice !== undefined &&
  !(saleFrom !== undefined && Date.parse(saleFrom) > atMs) &&
  !(saleThrough !== undefined && Date.parse(saleThrough) < atMs);

/**
 * Whether a document still is what was asked for: an import may have written it anew since the index was read.
 * The same rules as `OfferScreen`, which knows the columns only.
 */
export const isStillFit = (offer: Offer, { parameters, atMs }: Pick<Question, 'parameters' | 'atMs'>): boolean => {
  const { availability = 'default', fulfilment, priceMax, currency = defaultCurrency } = parameters;
  const ways = offer.fulfilment === undefined || offer.fulfilment.length === 0 ? waysUnsaid : offer.fulfilment;
  if (!allowedBy[availability].includes(offer.availability)) return false;
  if (fulfilment !== undefined && !ways.includes(wantedWays[fulfilment])) return false;
  if (priceMax === undefined) return true;
  const paid = isOnSale(offer, atMs) ? offer.salePrice : offer.price;
  return offer.priceCurrency === currency && paid !== undefined && Number(paid) <= priceMax;
};
