import type { Spoiler } from '../../spoiler.ts';

/** It takes what nobody has signed. */
export const unsignedTaken: Spoiler = {
  name: 'unsigned-taken',
  class: 'federated',
  fails: ['unsigned-refused'],
  federation: { overlooks: ['unsigned'] },
};
