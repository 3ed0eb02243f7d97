import type { Spoiler } from '../../spoiler.ts';

/** The description claims nothing of this vocabulary. */
export const noClaims: Spoiler = {
  name: 'no-claims',
  fails: ['claimed-classes'],
  description: (description) => ({ ...description, conformsTo: ['https://www.w3.org/TR/vocab-dcat-3/'] }),
};
