import type { Spoiler } from '../../spoiler.ts';

/** Capitals find nothing. */
export const capitalsDiffer: Spoiler = {
  name: 'capitals-differ',
  class: 'searchable',
  fails: ['letters-and-accents'],
  found(answer, { searchParams }) {
    const q = searchParams.get('q') ?? '';
    return /\p{Lu}/u.test(q) && q === q.toUpperCase() && !searchParams.has('near')
      ? { ...answer, results: [] }
      : answer;
  },
};
