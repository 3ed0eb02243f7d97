import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** A tombstone of two days is dropped. */
export const tombstoneDropped: Spoiler = {
  name: 'tombstone-dropped',
  fails: ['tombstones-stay'],
  later: (state) => ({
    ...state,
    entries: state.entries.filter(({ id }) => id !== `${tinyOrigin}/offers/gone-0`),
  }),
};
