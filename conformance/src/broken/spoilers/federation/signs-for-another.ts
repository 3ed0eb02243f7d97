import type { Spoiler } from '../../spoiler.ts';

/** It takes what another than the actor has signed. */
export const signsForAnother: Spoiler = {
  name: 'signs-for-another',
  class: 'federated',
  fails: ['other-actor-refused'],
  federation: { overlooks: ['other-actor'] },
};
