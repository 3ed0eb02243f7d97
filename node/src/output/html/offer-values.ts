import type { Offer } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContext } from './page-context.ts';
import { availabilityWords } from './term-words.ts';
import { formatMoney, seenWhen, showMoment } from './values.ts';

/** The price in words; a reduced one beside the full one, with its dates. */
export const showPrice = (offer: Offer, context: PageContext): Html | undefined => {
  const { language, say } = context;
  const { price, priceCurrency, salePrice, saleFrom, saleThrough } = offer;
  if (price === undefined || priceCurrency === undefined) return undefined;
  const full = formatMoney(price, priceCurrency, language);
  if (salePrice === undefined) return html`${full}`;
  return html`<strong>${formatMoney(salePrice, priceCurrency, language)}</strong> ${say.insteadOf} <s>${full}</s>${
      saleFrom === undefined ? '' : html`, ${say.from} ${showMoment(saleFrom, language)}`
    }${saleThrough === undefined ? '' : html`, ${say.through} ${showMoment(saleThrough, language)}`}`;
};

/** Availability in words, with the number where it is known. */
export const showAvailability = (offer: Offer, context: PageContext): Html => {
  const words = availabilityWords[offer.availability][context.language];
  return typeof offer.stock === 'number' ? html`${words} (${offer.stock} ${context.say.pieces})` : html`${words}`;
};

/** When the offer was last known to be so. */
export const showSeen = async (offer: Offer, context: PageContext): Promise<Html> => {
  const source = await context.read.thing('Source', offer.source);
  return showMoment(seenWhen(offer, source?.lastCompleteDelivery), context.language);
};
