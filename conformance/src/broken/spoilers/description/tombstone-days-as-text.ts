import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The days of tombstones are a text. */
export const tombstoneDaysAsText: Spoiler = {
  name: 'tombstone-days-as-text',
  fails: ['feed-members'],
  description: (description) => ({
    ...description,
    feed: { ...(isObject(description['feed']) ? description['feed'] : {}), tombstoneDays: '30' },
  }),
};
