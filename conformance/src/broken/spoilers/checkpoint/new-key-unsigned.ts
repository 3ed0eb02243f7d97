import type { Spoiler } from '../../spoiler.ts';
import { generateKeyPair } from '@openstraat/spec';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** A second key has no proof. */
export const newKeyUnsigned: Spoiler = {
  name: 'new-key-unsigned',
  fails: ['new-keys-signed'],
  description: (description) => ({
    ...description,
    keys: [
      ...(Array.isArray(description['keys']) ? (description['keys'] as readonly unknown[]) : []),
      {
        id: `${tinyOrigin}/.well-known/openstraat#key-2`,
        type: 'Multikey',
        controller: `${tinyOrigin}/`,
        publicKeyMultibase: generateKeyPair().publicKeyMultibase,
        validFrom: '2026-03-01T12:00:00Z',
      },
    ],
  }),
};
