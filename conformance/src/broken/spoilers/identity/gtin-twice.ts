import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { addThing } from '../change-things.ts';

/** A second product has the GTIN of the first; one of them then has another key. */
export const gtinTwice: Spoiler = {
  name: 'gtin-twice',
  fails: ['gtin-product-key', 'gtin-once'],
  things: addThing('/products/09520000000035', (data) => ({ ...data, id: `${tinyOrigin}/products/veenrijder-3` })),
};
