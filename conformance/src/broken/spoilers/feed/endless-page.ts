import type { Spoiler } from '../../spoiler.ts';

/** A page holds more than 1,000 entries. */
export const endlessPage: Spoiler = {
  name: 'endless-page',
  fails: ['entries-max'],
  entriesPerPage: 2_000,
  moreTombstones: 1_000,
};
