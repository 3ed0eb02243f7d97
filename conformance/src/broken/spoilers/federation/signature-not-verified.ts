import type { Spoiler } from '../../spoiler.ts';

/** It does not verify the signature itself. */
export const signatureNotVerified: Spoiler = {
  name: 'signature-not-verified',
  class: 'federated',
  fails: ['other-body-refused', 'other-key-refused'],
  federation: { overlooks: ['other-signature'] },
};
