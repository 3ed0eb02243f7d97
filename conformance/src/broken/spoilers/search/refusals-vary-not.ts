import type { Spoiler } from '../../spoiler.ts';

/** Refusals do not say that they depend on Accept. */
export const refusalsVaryNot: Spoiler = {
  name: 'refusals-vary-not',
  class: 'searchable',
  fails: ['search-headers'],
  response(response, { url }) {
    if (url.pathname === '/search' && response.status === 400) response.headers.set('vary', 'Accept-Encoding');
    return response;
  },
};
