import type { Spoiler } from '../../spoiler.ts';

/** It takes what is not JSON. */
export const brokenJsonTaken: Spoiler = {
  name: 'broken-json-taken',
  class: 'federated',
  fails: ['not-json-refused'],
  federation: { overlooks: ['not-json'] },
};
