import type { Spoiler } from '../../spoiler.ts';

/** The name of a product finds nothing. */
export const nameNotFound: Spoiler = {
  name: 'name-not-found',
  class: 'searchable',
  fails: ['name-is-found'],
  found: (answer, { searchParams }) =>
    searchParams.size === 4 && searchParams.has('q') && searchParams.has('lat') && searchParams.has('limit')
      ? { ...answer, results: [] }
      : answer,
};
