import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A price is written as in a shop window. */
export const priceWithComma: Spoiler = {
  name: 'price-with-comma',
  fails: ['money'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({ ...data, price: '749,00' })),
};
