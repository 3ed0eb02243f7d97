import type { Spoiler } from '../../spoiler.ts';

/** The page at the head keeps for an hour. */
export const headKeptForAnHour: Spoiler = {
  name: 'head-kept-for-an-hour',
  class: 'publisher-live',
  fails: ['how-long-pages-keep'],
  answer: (answer, { url }) =>
    url.pathname === '/feed' && answer.status === 200
      ? { ...answer, headers: { ...answer.headers, 'cache-control': 'public, max-age=3600' } }
      : answer,
};
