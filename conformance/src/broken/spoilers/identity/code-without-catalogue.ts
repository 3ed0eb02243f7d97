import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** The key of a product without GTIN is its code alone. */
export const codeWithoutCatalogue: Spoiler = {
  name: 'code-without-catalogue',
  fails: ['sku-product-key'],
  things: changeThing('/products/rijwielhal.4711', (data) => ({ ...data, id: `${tinyOrigin}/products/4711` })),
};
