import type { Spoiler } from '../../spoiler.ts';
import { without } from './change-answer.ts';

/** priceMax is read, and not heeded. */
export const priceIgnored: Spoiler = {
  name: 'price-ignored',
  class: 'searchable',
  fails: ['under-a-price'],
  question: (url) =>
    /^\d+(\.\d+)?$/.test(url.searchParams.get('priceMax') ?? '') ? without(url, 'priceMax', 'currency') : url,
};
