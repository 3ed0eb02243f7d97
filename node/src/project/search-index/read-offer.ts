import type { Offer } from '@openstraat/spec';
import type { OfferRow } from './offer-columns.ts';
import { secondsOf } from './read-subject.ts';
import { availabilities, fulfilmentBits, type Sale } from './search-view.ts';

/** What an offer says, apart from what it is of, where, and from whom. */
export type OfferValues = Pick<OfferRow, 'availability' | 'price' | 'fulfilment' | 'observedAt'>;

const availabilityNumbers: ReadonlyMap<string, number> = new Map(availabilities.map((name, number) => [name, number]));

/** The values of an offer as numbers. */
export const readOffer = (offer: Offer): OfferValues => ({
  availability: availabilityNumbers.get(offer.availability) ?? availabilities.indexOf('Unknown'),
  price: offer.price === undefined ? Number.NaN : Number(offer.price),
  fulfilment: (offer.fulfilment ?? []).reduce((sum, way) => sum | fulfilmentBits[way], 0),
  observedAt: secondsOf(offer.observedAt),
});

/** The reduced price of an offer, from the beginning or for ever where it does not say. */
export const readSale = ({ salePrice, saleFrom, saleThrough }: Offer): Sale | undefined =>
  salePrice === undefined
    ? undefined
    : {
        price: Number(salePrice),
        fromMs: saleFrom === undefined ? Number.NEGATIVE_INFINITY : Date.parse(saleFrom),
        throughMs: saleThrough === undefined ? Number.POSITIVE_INFINITY : Date.parse(saleThrough),
      };
