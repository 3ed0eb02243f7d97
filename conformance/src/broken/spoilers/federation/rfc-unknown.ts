import type { Spoiler } from '../../spoiler.ts';

/** It does not know signatures by RFC 9421. */
export const rfcUnknown: Spoiler = {
  name: 'rfc-unknown',
  class: 'federated',
  fails: ['rfc-9421-taken'],
  federation: { unknownForm: 'rfc-9421' },
};
