import type { RequirementText } from '../requirement.ts';

/** Requirements of `text/federation.md` on moving. */
export const movingRequirements: readonly RequirementText[] = [
  {
    id: 'FED-041',
    level: 'MUST',
    title: 'Moved things lead on',
    text: 'The id of a thing whose tombstone carries `movedTo` MUST answer 308 with that address as `Location`.',
  },
  {
    id: 'FED-042',
    level: 'MUST',
    title: 'Moved actors stay',
    text: 'An actor with `movedTo` MUST still answer 200 and be found by WebFinger, and its `movedTo` MUST be the address of another actor.',
  },
];
