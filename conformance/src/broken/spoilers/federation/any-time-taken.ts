import type { Spoiler } from '../../spoiler.ts';

/** It does not look at when something was signed. */
export const anyTimeTaken: Spoiler = {
  name: 'any-time-taken',
  class: 'federated',
  fails: ['other-time-refused'],
  federation: { overlooks: ['other-time'] },
};
