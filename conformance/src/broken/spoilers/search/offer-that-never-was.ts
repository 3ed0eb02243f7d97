import type { Spoiler } from '../../spoiler.ts';
import { eachOffer, isAt } from './change-answer.ts';

/** Offers are given under ids that nobody has. */
export const offerThatNeverWas: Spoiler = {
  name: 'offer-that-never-was',
  class: 'searchable',
  fails: ['nothing-but-published'],
  found: (answer) =>
    eachOffer(answer, (offer) => (isAt(offer, 'dorpswinkel') ? { ...offer, id: `${String(offer['id'])}-x` } : offer)),
};
