import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The description says that tombstones stay for a week. */
export const tombstonesForAWeek: Spoiler = {
  name: 'tombstones-for-a-week',
  fails: ['tombstones-stay'],
  description: (description) => ({
    ...description,
    feed: { ...(isObject(description['feed']) ? description['feed'] : {}), tombstoneDays: 7 },
  }),
};
