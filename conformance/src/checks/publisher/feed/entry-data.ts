import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-011: Data where there is something to say. */
export const entryData: Check = definePageFaultCheck({
  name: 'entry-data',
  requirement: 'FEED-011',
  title: 'Data where there is something to say',
  fault: 'An updated entry has no data of its own id, or a deleted one has data.',
  consumerLoses: "Readers don't learn what the thing is, or keep what should be gone.",
  whatToDo: "Give data, with the entry's id in it, to updated entries and to no others.",
  says: 'is not there, not of this entry, or there though the thing is deleted',
});
