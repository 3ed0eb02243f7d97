import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** A product with a GTIN has its name as key. */
export const productNamedFreely: Spoiler = {
  name: 'product-named-freely',
  fails: ['gtin-product-key'],
  things: changeThing('/products/09520000000035', (data) => ({ ...data, id: `${tinyOrigin}/products/veenrijder-3` })),
};
