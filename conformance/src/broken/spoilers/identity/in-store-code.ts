import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { addThing } from '../change-things.ts';

/** A code that each shop gives out for itself stands as a GTIN. */
export const inStoreCode: Spoiler = {
  name: 'in-store-code',
  fails: ['gtin-unrestricted'],
  things: addThing('/products/09520000000035', (data) => ({
    ...data,
    id: `${tinyOrigin}/products/02000000000008`,
    gtin: '02000000000008',
  })),
};
