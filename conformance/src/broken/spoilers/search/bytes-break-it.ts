import type { Spoiler } from '../../spoiler.ts';

/** A zero byte ends the search. */
export const bytesBreakIt: Spoiler = {
  name: 'bytes-break-it',
  class: 'searchable',
  fails: ['any-bytes'],
  answer: (answer, { url }) =>
    url.pathname === '/search' && url.search.includes('%00') ? { ...answer, status: 500 } : answer,
};
