import type { Spoiler } from '../../spoiler.ts';
import { tinyChanges } from '../../tiny-publisher/town.ts';

/** A thing gets a new entry with the data that it had. */
export const changeWithoutChange: Spoiler = {
  name: 'change-without-change',
  fails: ['no-empty-changes'],
  later(state, before) {
    const data = before.entries.find(({ id }) => id === tinyChanges.changed)?.data;
    return {
      ...state,
      entries: state.entries.map((entry) => (entry.id === tinyChanges.changed ? { ...entry, data } : entry)),
    };
  },
};
