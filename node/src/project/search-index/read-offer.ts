import type { Offer } from '@openstraat/spec';
import type { OfferRow } from './offer-columns.ts';
import { secondsOf } from './read-subject.ts';
import { availabilities, fulfilmentBits, moreSaid, noStock, type Sale } from './search-view.ts';

/** What an offer says, apart from what it is of, where, and from whom. */
export type OfferValues = Pick<OfferRow, 'availability' | 'price' | 'fulfilment' | 'observedAt' | 'stock'>;

const availabilityNumbers: ReadonlyMap<string, number> = new Map(availabilities.map((name, number) => [name, number]));

const ways = Object.keys(fulfilmentBits) as (keyof typeof fulfilmentBits)[];

/** The ways to get an offer that a sum of `fulfilmentBits` stands for. */
export const waysOf = (bits: number): (keyof typeof fulfilmentBits)[] =>
  ways.filter((way) => (bits & fulfilmentBits[way]) !== 0);

/** A price as most are written, with two decimals. */
export const priceText = (price: number): string => price.toFixed(2);

const millisecondsPerSecond = 1_000;
const wholeSeconds = '.000Z';

/** An instant as most are written, in whole seconds of UTC. */
export const secondsText = (seconds: number): string => {
  const text = new Date(seconds * millisecondsPerSecond).toISOString();
  return `${text.slice(0, -wholeSeconds.length)}Z`;
};

/** Says again what it said last, as long as it is asked the same: all offers of a delivery were seen at one instant. */
const sayingAgain = (say: (seconds: number) => string): ((seconds: number) => string) => {
  let [last, said] = [Number.NaN, ''];
  return (seconds) => {
    if (seconds !== last) [last, said] = [seconds, say(seconds)];
    return said;
  };
};
const lastSecondsText = sayingAgain(secondsText);

/** Whether numbers hold all that an answer says of an offer, as it is written. */
const isToldByNumbers = (offer: Offer, { price, fulfilment, observedAt }: Omit<OfferValues, 'stock'>): boolean => {
  const isMore = [offer.salePrice, offer.readyWithin, offer.itemCondition, offer.url].some(
    (said) => said !== undefined,
  );
  return (
    !isMore &&
    (offer.price === undefined || offer.price === priceText(price)) &&
    (offer.fulfilment === undefined || offer.fulfilment.join() === waysOf(fulfilment).join()) &&
    offer.observedAt === lastSecondsText(observedAt)
  );
};

const stockOf = (offer: Offer, values: Omit<OfferValues, 'stock'>): number => {
  const { stock = noStock } = offer;
  const isSmall = offer.stock === undefined || (stock !== 'unlimited' && stock < moreSaid);
  return stock !== 'unlimited' && isSmall && isToldByNumbers(offer, values) ? stock : moreSaid;
};

/** The values of an offer as numbers. */
export const readOffer = (offer: Offer): OfferValues => {
  const values = {
    availability: availabilityNumbers.get(offer.availability) ?? availabilities.indexOf('Unknown'),
    price: offer.price === undefined ? Number.NaN : Number(offer.price),
    fulfilment: (offer.fulfilment ?? []).reduce((sum, way) => sum | fulfilmentBits[way], 0),
    observedAt: secondsOf(offer.observedAt),
  };
  return { ...values, stock: stockOf(offer, values) };
};

/** The reduced price of an offer, from the beginning or for ever where it does not say. */
export const readSale = ({ salePrice, saleFrom, saleThrough }: Offer): Sale | undefined =>
  salePrice === undefined
    ? undefined
    : {
        price: Number(salePrice),
        fromMs: saleFrom === undefined ? Number.NEGATIVE_INFINITY : Date.parse(saleFrom),
        throughMs: saleThrough === undefined ? Number.POSITIVE_INFINITY : Date.parse(saleThrough),
      };
