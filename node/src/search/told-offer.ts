import type { Offer } from '@openstraat/spec';
import { type Library, originOfIri } from '../project/library.ts';
import { priceText, secondsText, waysOf } from '../project/search-index/read-offer.ts';
import {
  availabilities,
  moreSaid,
  noStock,
  type SearchIndex,
  type SearchView,
} from '../project/search-index/search-view.ts';

/** What answers say of an offer besides what it is of, where, and from whom. */
export type ToldOffer = Pick<Offer, 'availability' | 'observedAt'> &
  Partial<Pick<Offer, 'price' | 'priceCurrency' | 'stock' | 'fulfilment'>>;

/**
 * Makes what tells the offers of one search: what offers say is never older than their log.
 * @returns what an offer says, by its number and id; undefined where its document must be read
 */
export const createOfferTeller = (
  view: SearchView,
  index: Pick<SearchIndex, 'knowsAllOf'>,
  { own, replicas }: Pick<Library, 'own' | 'replicas'>,
): ((offer: number, id: string) => ToldOffer | undefined) => {
  const known = new Map<string | undefined, boolean>();
  const isKnown = (origin: string | undefined): boolean => {
    const log = origin === undefined ? own : replicas().find((replica) => replica.origin === origin);
    return log !== undefined && index.knowsAllOf(log);
  };
  return (offer, id) => {
    const origin = originOfIri(id);
    const isTold = known.get(origin) ?? isKnown(origin);
    known.set(origin, isTold);
    return isTold ? tellOffer(view, offer) : undefined;
  };
};

/** An offer as the columns tell it; undefined where only its document says all. */
export const tellOffer = (
  { offers, currencies }: Pick<SearchView, 'offers' | 'currencies'>,
  offer: number,
): ToldOffer | undefined => {
  const stock = offers.stock[offer] ?? moreSaid;
  const availability = availabilities[offers.availability[offer] ?? -1];
  if (stock === moreSaid || availability === undefined) return undefined;
  const price = offers.price[offer] ?? Number.NaN;
  const priceCurrency = currencies[offers.currency[offer] ?? -1];
  const fulfilment = waysOf(offers.fulfilment[offer] ?? 0);
  return {
    availability,
    observedAt: secondsText(offers.observedAt[offer] ?? 0),
    ...(Number.isNaN(price) ? {} : { price: priceText(price) }),
    ...(priceCurrency === undefined ? {} : { priceCurrency }),
    ...(stock === noStock ? {} : { stock }),
    ...(fulfilment.length === 0 ? {} : { fulfilment }),
  };
};
