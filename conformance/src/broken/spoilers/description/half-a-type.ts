import type { Spoiler } from '../../spoiler.ts';

/** The description has only one of its types. */
export const halfAType: Spoiler = {
  name: 'half-a-type',
  fails: ['publisher-identity'],
  description: (description) => ({ ...description, type: ['Catalog'] }),
};
