import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-004: At most 1,000 entries. */
export const entriesMax: Check = definePageFaultCheck({
  name: 'entries-max',
  requirement: 'FEED-004',
  title: 'At most 1,000 entries',
  fault: 'A page holds more than 1,000 entries.',
  consumerLoses: 'Readers that keep to the limit refuse the page, or run out of memory.',
  whatToDo: 'Cut pages after 1,000 entries, and give the rest by next.',
  says: 'holds more than 1,000 entries',
});
