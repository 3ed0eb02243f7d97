import type { Spoiler } from '../../spoiler.ts';

/** Pages that are full keep for seconds only. */
export const fullPageNotKept: Spoiler = {
  name: 'full-page-not-kept',
  class: 'publisher-live',
  fails: ['how-long-pages-keep'],
  moreTombstones: 1_000,
  answer: (answer, { url }) =>
    url.pathname === '/feed' && answer.status === 200
      ? { ...answer, headers: { ...answer.headers, 'cache-control': 'public, max-age=5' } }
      : answer,
};
