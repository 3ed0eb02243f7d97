import { consumer } from './consumer.ts';
import { federated } from './federated.ts';
import { publisher } from './publisher.ts';
import { publisherLive } from './publisher-live.ts';
import { searchable } from './searchable.ts';
import type { Requirement } from './requirement.ts';

export { type ConformanceClass, conformanceClasses, type Requirement, type RequirementLevel } from './requirement.ts';

/** Every requirement of every class, in the order of the prose. */
export const allRequirements: readonly Requirement[] = [
  ...publisher,
  ...publisherLive,
  ...searchable,
  ...federated,
  ...consumer,
];
export { type CheckpointFault, checkpointChainFaults, type CheckpointKey } from './checkpoint-chain-faults.ts';
export { type FeedPageFault, feedPageFaults } from './feed-page-faults.ts';
export { requirementHash } from './requirement-hash.ts';
