import type { Spoiler } from '../../spoiler.ts';

/** It believes what a key says of its owner. */
export const keyOwnerBelieved: Spoiler = {
  name: 'key-owner-believed',
  class: 'federated',
  fails: ['other-actor-refused'],
  federation: { believesOwner: true },
};
