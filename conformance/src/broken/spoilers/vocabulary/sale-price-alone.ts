import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A sale price stands without the full one. */
export const salePriceAlone: Spoiler = {
  name: 'sale-price-alone',
  fails: ['sale-price'],
  things: changeThing(
    '/offers/09520000000011.rijwielhal',
    ({ price: _price, priceCurrency: _priceCurrency, ...data }) => data,
  ),
};
