import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A stock is less than nothing. */
export const stockBelowZero: Spoiler = {
  name: 'stock-below-zero',
  fails: ['stock-level'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({ ...data, stock: -1 })),
};
