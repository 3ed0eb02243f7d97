import type { Spoiler } from '../../spoiler.ts';

/** A latitude alone is taken for a place. */
export const latAloneTaken: Spoiler = {
  name: 'lat-alone-taken',
  class: 'searchable',
  fails: ['contradictions-refused'],
  answer: (answer, { url }) =>
    url.searchParams.has('lat') && !url.searchParams.has('lon') && url.searchParams.size === 2
      ? { ...answer, status: 200, type: 'application/json', body: '{}' }
      : answer,
};
