import type { Spoiler } from '../../spoiler.ts';
import { eachOffer } from './change-answer.ts';

/** Offers are given for another price than they state. */
export const pricesOfYesterday: Spoiler = {
  name: 'prices-of-yesterday',
  class: 'searchable',
  fails: ['what-was-stated'],
  found: (answer) => eachOffer(answer, (offer) => (offer['price'] === undefined ? offer : { ...offer, price: '0.11' })),
};
