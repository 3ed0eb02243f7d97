import type { Spoiler } from '../../spoiler.ts';
import { without } from './change-answer.ts';

/** brand is not heeded. */
export const brandIgnored: Spoiler = {
  name: 'brand-ignored',
  class: 'searchable',
  fails: ['kind-brand-category'],
  question: (url) => (url.searchParams.get('brand')?.length === 10 ? without(url, 'brand') : url),
};
