import type { Spoiler } from '../../spoiler.ts';

/** A tombstone has data. */
export const tombstoneWithData: Spoiler = {
  name: 'tombstone-with-data',
  fails: ['entry-data'],
  entry: (item) => (item['state'] === 'deleted' ? { ...item, data: {} } : item),
};
