import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The description names another epoch than the pages. */
export const otherEpochDescribed: Spoiler = {
  name: 'other-epoch-described',
  fails: ['feed-facts'],
  description: (description) => ({
    ...description,
    feed: { ...(isObject(description['feed']) ? description['feed'] : {}), epoch: 'another' },
  }),
};
