import type { Product } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContext } from './page-context.ts';
import { chooseText, showText } from './values.ts';

const fallback = (product: Product, context: PageContext): string =>
  `${context.say.unnamed} (${product.gtin ?? product.sku ?? product.id})`;

/** The name of a product; one that is known by its barcode alone is named by it. */
export const showProductName = (product: Product, context: PageContext): Html =>
  product.name === undefined ? html`${fallback(product, context)}` : showText(product.name, context.language);

export const productTitle = (product: Product, context: PageContext): string =>
  product.name === undefined ? fallback(product, context) : chooseText(product.name, context.language).text;
