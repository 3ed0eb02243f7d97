import type { Spoiler } from '../../spoiler.ts';

/** It does not know draft-cavage signatures. */
export const draftUnknown: Spoiler = {
  name: 'draft-unknown',
  class: 'federated',
  fails: ['draft-cavage-taken'],
  federation: { unknownForm: 'draft-cavage' },
};
