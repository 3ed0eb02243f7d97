import type { Spoiler } from '../../spoiler.ts';
import { tinyChanges } from '../../tiny-publisher/town.ts';

/** A changed thing moves up by one, not to the end. */
export const changeStaysInPlace: Spoiler = {
  name: 'change-stays-in-place',
  fails: ['changes-move-up'],
  later(state, before) {
    const old = before.entries.find(({ id }) => id === tinyChanges.changed)?.position ?? 0;
    const entries = state.entries.map((entry) =>
      entry.id === tinyChanges.changed ? { ...entry, position: old + 1 } : entry,
    );
    return { ...state, entries: entries.toSorted((left, right) => left.position - right.position) };
  },
};
