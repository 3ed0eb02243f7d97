import type { Check } from './check.ts';
import { federatedChecks } from './federated/index.ts';
import { publisherChecks } from './publisher/index.ts';
import { publisherLiveChecks } from './publisher-live/index.ts';
import { searchableChecks } from './searchable/index.ts';

/** Every check of every class, listed by hand. */
export const allChecks: readonly Check[] = [
  ...publisherChecks,
  ...publisherLiveChecks,
  ...searchableChecks,
  ...federatedChecks,
];
