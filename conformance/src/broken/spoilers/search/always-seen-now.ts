import type { Spoiler } from '../../spoiler.ts';
import { eachOffer } from './change-answer.ts';

/** Everything was seen just now. */
export const alwaysSeenNow: Spoiler = {
  name: 'always-seen-now',
  class: 'searchable',
  fails: ['seen-when'],
  found: (answer) => eachOffer(answer, (offer) => ({ ...offer, seenAt: answer['at'] })),
};
