import type { Spoiler } from '../../spoiler.ts';

/** Answers of the search have a media type of their own. */
export const searchInAnotherType: Spoiler = {
  name: 'search-in-another-type',
  class: 'searchable',
  fails: ['search-as-json'],
  answer: (answer, { url }) =>
    url.pathname === '/search' && answer.type === 'application/json' ? { ...answer, type: 'text/json' } : answer,
};
