import type { Spoiler } from '../../spoiler.ts';

/** It takes a body of any size. */
export const anySizeTaken: Spoiler = {
  name: 'any-size-taken',
  class: 'federated',
  fails: ['too-large-refused'],
  federation: { overlooks: ['too-large'] },
};
