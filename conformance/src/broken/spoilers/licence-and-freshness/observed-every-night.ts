import type { Spoiler } from '../../spoiler.ts';
import { tinyChanges } from '../../tiny-publisher/town.ts';

/** An offer gets a new observedAt, and nothing else. */
export const observedEveryNight: Spoiler = {
  name: 'observed-every-night',
  fails: ['observed-with-values'],
  later: (state, before) => ({
    ...state,
    entries: state.entries.map((entry) => {
      const old = before.entries.find(({ id }) => id === entry.id)?.data;
      return entry.id === tinyChanges.changed && old !== undefined
        ? { ...entry, data: { ...old, observedAt: '2026-03-07T07:00:00+01:00' } }
        : entry;
    }),
  }),
};
