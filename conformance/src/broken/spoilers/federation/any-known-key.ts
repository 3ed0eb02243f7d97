import type { Spoiler } from '../../spoiler.ts';

/** It verifies signatures with any key that it has seen. */
export const anyKnownKey: Spoiler = {
  name: 'any-known-key',
  class: 'federated',
  fails: ['other-key-refused'],
  federation: { anyKnownKey: true },
};
