import type { Spoiler } from '../../spoiler.ts';

/** The page of the search fetches a script from elsewhere. */
export const foreignScript: Spoiler = {
  name: 'foreign-script',
  class: 'searchable',
  fails: ['no-traces'],
  answer: (answer, { url }) =>
    url.pathname === '/search'
      ? {
          ...answer,
          body: answer.body.replace('</head>', '<script src="https://cdn.example/count.js"></script></head>'),
        }
      : answer,
};
