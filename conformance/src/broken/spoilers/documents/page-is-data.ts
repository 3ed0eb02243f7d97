import type { Spoiler } from '../../spoiler.ts';

/** A service answers JSON to browsers. */
export const pageIsData: Spoiler = {
  name: 'page-is-data',
  fails: ['id-answers'],
  answer: (answer, { url }) =>
    url.pathname.startsWith('/services/') ? { ...answer, type: 'application/json', body: '{}' } : answer,
};
