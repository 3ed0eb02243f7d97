import type { Spoiler } from '../../spoiler.ts';
import { tinyChanges } from '../../tiny-publisher/town.ts';

/** A backup is restored, and the epoch stays. */
export const restoredInSilence: Spoiler = {
  name: 'restored-in-silence',
  fails: ['new-epoch-after-restore'],
  later: (state, before) => ({
    ...state,
    head: before.head + 5,
    entries: before.entries.map((entry) =>
      entry.id === tinyChanges.changed && entry.data !== undefined
        ? { ...entry, position: entry.position - 1, data: { ...entry.data, price: '1.00' } }
        : entry,
    ),
  }),
};
