import type { Spoiler } from '../../spoiler.ts';
import { eachOffer } from './change-answer.ts';

/** A sale price that no longer counts is given. */
export const saleForEver: Spoiler = {
  name: 'sale-for-ever',
  class: 'searchable',
  fails: ['sale-prices'],
  found: (answer) =>
    eachOffer(answer, (offer) =>
      String(offer['id']).endsWith('/09520000000066.dorpswinkel') ? { ...offer, salePrice: '1.00' } : offer,
    ),
};
