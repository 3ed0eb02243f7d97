import type { Spoiler } from '../../spoiler.ts';

/** Pages do not link to their data. */
export const pagesWithoutDataLink: Spoiler = {
  name: 'pages-without-data-link',
  class: 'publisher-live',
  fails: ['pages-link-to-data'],
  answer: (answer) => ({ ...answer, body: answer.body.replace(/<link rel="alternate"[^>]*>/, '') }),
};
