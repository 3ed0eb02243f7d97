import type { Spoiler } from '../../spoiler.ts';
import { without } from './change-answer.ts';

const waysKnown = new Set(['buy', 'reserve', 'order-in']);

/** fulfilment is not heeded. */
export const fulfilmentIgnored: Spoiler = {
  name: 'fulfilment-ignored',
  class: 'searchable',
  fails: ['how-to-get-it'],
  question: (url) => (waysKnown.has(url.searchParams.get('fulfilment') ?? '') ? without(url, 'fulfilment') : url),
};
