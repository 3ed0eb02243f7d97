import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-010: Entries have their members. */
export const entryMembers: Check = definePageFaultCheck({
  name: 'entry-members',
  requirement: 'FEED-010',
  title: 'Entries have their members',
  fault:
    'An entry lacks one of state, kind, id, version, modified and published, or its state or kind is none that there is.',
  consumerLoses: "A reader can't tell what the entry says, and leaves it out.",
  whatToDo: 'Give each entry state (updated or deleted), kind, id, version, modified and published.',
  says: 'is missing, or not what it should be',
});
