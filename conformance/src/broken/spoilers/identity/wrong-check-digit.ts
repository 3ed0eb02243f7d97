import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { addThing } from '../change-things.ts';

/** The check digit of a GTIN is wrong. */
export const wrongCheckDigit: Spoiler = {
  name: 'wrong-check-digit',
  fails: ['gtin-valid'],
  things: addThing('/products/09520000000035', (data) => ({
    ...data,
    id: `${tinyOrigin}/products/09520000000036`,
    gtin: '09520000000036',
  })),
};
