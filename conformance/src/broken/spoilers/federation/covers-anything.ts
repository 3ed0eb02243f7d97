import type { Spoiler } from '../../spoiler.ts';

/** It does not look at what a signature covers. */
export const coversAnything: Spoiler = {
  name: 'covers-anything',
  class: 'federated',
  fails: ['not-covered-refused'],
  federation: { overlooks: ['covers-too-little'] },
};
