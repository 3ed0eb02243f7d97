import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A price is in no currency that there is. */
export const currencyMadeUp: Spoiler = {
  name: 'currency-made-up',
  fails: ['money'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({ ...data, priceCurrency: 'XQQ' })),
};
