import type { Spoiler } from '../../spoiler.ts';

/** What has run out is given as in stock. */
export const soldOutShown: Spoiler = {
  name: 'sold-out-shown',
  class: 'searchable',
  fails: ['in-stock'],
  question(url) {
    if (url.searchParams.get('availability') === 'in-stock') url.searchParams.set('availability', 'any');
    return url;
  },
};
