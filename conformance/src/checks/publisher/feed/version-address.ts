import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-014: Versions. */
export const versionAddress: Check = definePageFaultCheck({
  name: 'version-address',
  requirement: 'FEED-014',
  title: 'Versions',
  fault: 'version is not the id, #v and the position.',
  consumerLoses: 'Readers of RDF take two states for one, or one for two.',
  whatToDo: 'Write version as the id, #v and the position in decimal digits.',
  says: 'is not the id, #v and the position',
});
