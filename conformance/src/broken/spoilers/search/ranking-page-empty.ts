import type { Spoiler } from '../../spoiler.ts';

/** The page about the order says nothing. */
export const rankingPageEmpty: Spoiler = {
  name: 'ranking-page-empty',
  class: 'searchable',
  fails: ['order-explained'],
  answer: (answer, { url }) =>
    url.pathname === '/ranking' && answer.type.startsWith('text/html')
      ? { ...answer, body: '<!doctype html><html lang="en"></html>' }
      : answer,
};
