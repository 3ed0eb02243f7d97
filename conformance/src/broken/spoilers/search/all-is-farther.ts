import type { Spoiler } from '../../spoiler.ts';
import { eachOffer } from './change-answer.ts';

/** Offers within the radius are marked farther. */
export const allIsFarther: Spoiler = {
  name: 'all-is-farther',
  class: 'searchable',
  fails: ['radius-inclusive'],
  found: (answer) =>
    answer['where'] === undefined ? answer : eachOffer(answer, (offer) => ({ ...offer, farther: true })),
};
