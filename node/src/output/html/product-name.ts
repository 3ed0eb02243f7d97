import type { Offer, Product } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import { printedBarcode } from './barcode.ts';
import type { PageContext } from './page-context.ts';
import { chooseText, showText } from './values.ts';

const fallback = (product: Product, context: PageContext): string =>
  `${context.say.unnamed} (${(product.gtin === undefined ? product.sku : printedBarcode(product.gtin)) ?? product.id})`;

/** The name of a product; one that is known by its barcode alone is named by it. */
export const showProductName = (product: Product, context: PageContext): Html =>
  product.name === undefined ? html`${fallback(product, context)}` : showText(product.name, context.language);

export const productTitle = (product: Product, context: PageContext): string =>
  product.name === undefined ? fallback(product, context) : chooseText(product.name, context.language).text;

/** What an offer is of; one whose product is not here is named by its codes. */
export const showOfferedName = (offer: Offer, product: Product | undefined, context: PageContext): Html => {
  if (product !== undefined) return showProductName(product, context);
  const code = offer.gtin === undefined ? offer.sku : printedBarcode(offer.gtin);
  return html`${code ?? offer.itemOffered}`;
};
