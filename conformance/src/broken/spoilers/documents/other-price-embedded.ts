import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** Search engines are told a lower price. */
export const otherPriceEmbedded: Spoiler = {
  name: 'other-price-embedded',
  fails: ['embedded-agrees'],
  answer: changePage(isPageOf('offers'), (body) => body.replaceAll('"price":"749.00"', '"price":"1.00"')),
};
