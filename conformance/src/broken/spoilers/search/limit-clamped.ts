import type { Spoiler } from '../../spoiler.ts';

/** A limit of 51 is taken for 50. */
export const limitClamped: Spoiler = {
  name: 'limit-clamped',
  class: 'searchable',
  fails: ['nothing-clamped'],
  answer: (answer, { url }) =>
    url.searchParams.get('limit') === '51' && url.searchParams.size === 2
      ? { ...answer, status: 200, type: 'application/json', body: '{}' }
      : answer,
};
