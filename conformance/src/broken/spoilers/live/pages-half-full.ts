import type { Spoiler } from '../../spoiler.ts';

/** Pages hold ten entries. */
export const pagesHalfFull: Spoiler = {
  name: 'pages-half-full',
  class: 'publisher-live',
  fails: ['full-pages'],
  entriesPerPage: 10,
};
