import type { Offer } from '@openstraat/spec';
import { html } from 'hono/html';
import type { PageContent } from '../../http/page-layout.ts';
import { printedBarcode } from './barcode.ts';
import { showPrice, showSeen, stockWords } from './offer-values.ts';
import type { PageContext } from './page-context.ts';
import { factList, linkTo, linkToPlace, showSources } from './parts.ts';
import { productTitle, showOfferedName } from './product-name.ts';
import { termWords } from './term-words.ts';
import { chooseText, formatDuration, showAddress } from './values.ts';

/** The page of an offer: one product at one place. */
export const offerPage = async (offer: Offer, context: PageContext): Promise<PageContent> => {
  const { say, language, read } = context;
  const product = await read.thing('Product', offer.itemOffered);
  const place = await read.thing('Place', offer.availableAtOrFrom);
  const productName =
    product === undefined ? printedBarcode(offer.gtin ?? offer.sku ?? '') : productTitle(product, context);
  const placeName = place === undefined ? offer.availableAtOrFrom : chooseText(place.name, language).text;
  const words = (term: string): string => termWords[term]?.[language] ?? term;
  return {
    title: `${productName} ${say.at} ${placeName}`,
    path: offer.id,
    body: html`<h1>
        ${showOfferedName(offer, product, context)} ${say.at} ${await linkToPlace(context, offer.availableAtOrFrom)}
      </h1>
      ${factList([
        [say.product, linkTo(offer.itemOffered, showOfferedName(offer, product, context))],
        [say.barcode, offer.gtin === undefined ? undefined : printedBarcode(offer.gtin)],
        [say.code, offer.sku],
        [say.price, showPrice(offer, context) ?? say.priceUnknown],
        [say.availability, stockWords(offer, context.language)],
        [say.seen, await showSeen(offer, context)],
        [say.getIt, offer.fulfilment?.map(words).join(', ')],
        [say.readyWithin, offer.readyWithin === undefined ? undefined : formatDuration(offer.readyWithin, language)],
        [say.condition, offer.itemCondition === undefined ? undefined : words(offer.itemCondition)],
        [say.website, offer.url === undefined ? undefined : showAddress(offer.url)],
      ])}
      ${await showSources([offer.source], context)}`,
  };
};
