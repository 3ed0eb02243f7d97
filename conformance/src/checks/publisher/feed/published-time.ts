import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-015: The time of a change. */
export const publishedTime: Check = definePageFaultCheck({
  name: 'published-time',
  requirement: 'FEED-015',
  title: 'The time of a change',
  fault: 'published is not the time that the position says.',
  consumerLoses: 'Readers of RDF order by a time that contradicts the order of the feed.',
  whatToDo: 'Write the position, read as microseconds since 1970, as a UTC time with milliseconds.',
  says: 'is not the position as a time',
});
