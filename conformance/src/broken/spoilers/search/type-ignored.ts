import type { Spoiler } from '../../spoiler.ts';
import { without } from './change-answer.ts';

/** type is not heeded. */
export const typeIgnored: Spoiler = {
  name: 'type-ignored',
  class: 'searchable',
  fails: ['only-one-type'],
  question: (url) => (url.searchParams.get('type') === 'event' ? without(url, 'type') : url),
};
