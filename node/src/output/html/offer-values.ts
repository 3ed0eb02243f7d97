import type { Offer } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContext } from './page-context.ts';
import { availabilityWords } from './term-words.ts';
import { formatMoney, seenWhen, showDayOf, showMoment, showMomentShortly } from './values.ts';

/** The price in words; a reduced one beside the full one, with its dates. */
export const showPrice = (offer: Offer, context: PageContext): Html | undefined => {
  const { language, say } = context;
  const { price, priceCurrency, salePrice, saleFrom, saleThrough } = offer;
  if (price === undefined || priceCurrency === undefined) return undefined;
  const full = formatMoney(price, priceCurrency, language);
  if (salePrice === undefined) return html`<span class="nowrap">${full}</span>`;
  return html`<strong class="nowrap">${formatMoney(salePrice, priceCurrency, language)}</strong> ${say.insteadOf}
    <s class="nowrap">${full}</s>${
      saleFrom === undefined ? '' : html`, ${say.from} ${showMoment(saleFrom, language)}`
    }${saleThrough === undefined ? '' : html`, ${say.through} ${showMoment(saleThrough, language)}`}`;
};

/** The same in few words, for a table: what it costs now and before, and the days. */
export const showPriceShortly = (offer: Offer, context: PageContext): Html | undefined => {
  const { language, say } = context;
  const { price, priceCurrency, salePrice, saleFrom, saleThrough } = offer;
  if (price === undefined || priceCurrency === undefined || salePrice === undefined) return showPrice(offer, context);
  const sale = formatMoney(salePrice, priceCurrency, language);
  const full = formatMoney(price, priceCurrency, language);
  return html`<strong class="nowrap">${sale}</strong> <span class="nowrap">${say.was} <s>${full}</s></span> ${
      saleFrom === undefined ? '' : html`<span class="nowrap">${say.from} ${showDayOf(saleFrom, language)}</span> `
    }${saleThrough === undefined ? '' : html`<span class="nowrap">${say.until} ${showDayOf(saleThrough, language)}</span>`}`;
};

/** Availability in words, with the number where there is one to count. */
export const stockWords = (
  { availability, stock }: Pick<Offer, 'availability' | 'stock'>,
  language: PageContext['language'],
): string => {
  const words = availabilityWords[availability][language];
  return typeof stock === 'number' && stock > 0 ? `${words} (${stock})` : words;
};

const seenAt = async (offer: Offer, context: PageContext): Promise<string> => {
  const source = await context.read.thing('Source', offer.source);
  return seenWhen(offer, source?.lastCompleteDelivery);
};

/** When the offer was last known to be so. */
export const showSeen = async (offer: Offer, context: PageContext): Promise<Html> =>
  showMoment(await seenAt(offer, context), context.language);

/** The same in few words, for a table. */
export const showSeenShortly = async (offer: Offer, context: PageContext): Promise<Html> =>
  showMomentShortly(await seenAt(offer, context), context.language);
