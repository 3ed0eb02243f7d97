import { actorsRequirements } from './federated/actors.ts';
import { collectionsRequirements } from './federated/collections.ts';
import { discoveryRequirements } from './federated/discovery.ts';
import { followingRequirements } from './federated/following.ts';
import { inboxRequirements } from './federated/inbox.ts';
import { movingRequirements } from './federated/moving.ts';
import { noticesRequirements } from './federated/notices.ts';
import { defineRequirements, type Requirement } from './requirement.ts';

/** What a publisher does that others can follow. */
export const federated: readonly Requirement[] = defineRequirements('federated', 'federation.md', [
  ...actorsRequirements,
  ...discoveryRequirements,
  ...collectionsRequirements,
  ...inboxRequirements,
  ...followingRequirements,
  ...noticesRequirements,
  ...movingRequirements,
]);
