import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-006: Empty pages end a walk. */
export const emptyPages: Check = definePageFaultCheck({
  name: 'empty-pages',
  requirement: 'FEED-006',
  title: 'Empty pages end a walk',
  fault: 'An empty page that was reached by next leads on to another address.',
  consumerLoses:
    'Readers take an empty page for the end, and miss what stands behind it; or they poll an address that never gets anything.',
  whatToDo: 'Let an empty page name itself as next, and give no empty page before the head.',
  only: {
    pages: 'empty pages that next leads to',
    concerns: ({ entries, summary }) => entries.length === 0 && summary.reachedBy === 'next',
  },
  says: 'is not the own address of this empty page',
});
