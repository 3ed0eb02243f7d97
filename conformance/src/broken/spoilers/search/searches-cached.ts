import type { Spoiler } from '../../spoiler.ts';

/** Answers of the search are kept by caches. */
export const searchesCached: Spoiler = {
  name: 'searches-cached',
  class: 'searchable',
  fails: ['not-in-shared-caches'],
  answer: (answer, { url }) =>
    url.pathname === '/search'
      ? { ...answer, headers: { ...answer.headers, 'cache-control': 'public, max-age=60' } }
      : answer,
};
