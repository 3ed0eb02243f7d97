import type { Spoiler } from '../../spoiler.ts';

/** It does not compare the body with its digest. */
export const bodyNotCompared: Spoiler = {
  name: 'body-not-compared',
  class: 'federated',
  fails: ['other-body-refused'],
  federation: { overlooks: ['other-digest'] },
};
