import type { Spoiler } from '../../spoiler.ts';
import type { JsonObject } from '../../../json/json-value.ts';

/** The description does not say how to go on from a dump. */
export const noWayFromADump: Spoiler = {
  name: 'no-way-from-a-dump',
  class: 'publisher-live',
  fails: ['after-position'],
  description({ feed, ...description }) {
    const { feedAfter: _feedAfter, ...others } = feed as JsonObject;
    return { ...description, feed: others };
  },
};
