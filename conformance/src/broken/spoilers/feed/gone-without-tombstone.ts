import type { Spoiler } from '../../spoiler.ts';
import { tinyChanges } from '../../tiny-publisher/town.ts';

/** A deleted thing leaves no tombstone. */
export const goneWithoutTombstone: Spoiler = {
  name: 'gone-without-tombstone',
  fails: ['tombstone-for-deleted'],
  later: (state) => ({ ...state, entries: state.entries.filter(({ id }) => id !== tinyChanges.deleted) }),
};
