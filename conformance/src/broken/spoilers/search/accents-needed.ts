import type { Spoiler } from '../../spoiler.ts';

/** Names with accents are found with accents only. */
export const accentsNeeded: Spoiler = {
  name: 'accents-needed',
  class: 'searchable',
  fails: ['letters-and-accents'],
  found: (answer, { searchParams }) => (searchParams.get('q') === 'creme brulee' ? { ...answer, results: [] } : answer),
};
