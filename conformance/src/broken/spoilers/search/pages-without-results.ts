import type { Spoiler } from '../../spoiler.ts';

/** People get a page without results. */
export const pagesWithoutResults: Spoiler = {
  name: 'pages-without-results',
  class: 'searchable',
  fails: ['search-as-page'],
  answer: (answer, { url }) =>
    url.pathname === '/search' ? { ...answer, body: answer.body.replace(/<ol>.*<\/ol>/s, '') } : answer,
};
