import type { Spoiler } from '../../spoiler.ts';

/** People are listed among the followers. */
export const peopleListed: Spoiler = {
  name: 'people-listed',
  class: 'federated',
  fails: ['people-not-listed'],
  federation: { listsPeople: true },
};
