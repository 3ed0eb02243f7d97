import type { Offer } from '@openstraat/spec';
import { priceText, secondsText, waysOf } from '../project/search-index/read-offer.ts';
import { availabilities, moreSaid, noStock, type SearchView } from '../project/search-index/search-view.ts';

/** What answers say of an offer besides what it is of, where, and from whom. */
export type ToldOffer = Pick<Offer, 'availability' | 'observedAt'> &
  Partial<Pick<Offer, 'price' | 'priceCurrency' | 'stock' | 'fulfilment'>>;

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
