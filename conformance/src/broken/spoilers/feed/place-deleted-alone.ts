import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** A place is deleted, and what is in it is not. */
export const placeDeletedAlone: Spoiler = {
  name: 'place-deleted-alone',
  fails: ['no-dangling-references'],
  state: (state) => ({
    ...state,
    entries: state.entries.map((entry) =>
      entry.id === `${tinyOrigin}/places/station` ? { ...entry, data: undefined } : entry,
    ),
  }),
};
