import type { Spoiler } from '../../spoiler.ts';
import { generateKeyPair, signDocument } from '@openstraat/spec';
import { isObject } from '../../../json/json-value.ts';

/** The checkpoint is signed with another key than it names. */
export const signedByAnother: Spoiler = {
  name: 'signed-by-another',
  fails: ['checkpoint-signature'],
  signed({ proof, ...checkpoint }) {
    if (!isObject(proof)) return checkpoint;
    return signDocument(checkpoint, {
      secretKeyMultibase: generateKeyPair().secretKeyMultibase,
      verificationMethod: String(proof['verificationMethod']),
      created: String(proof['created']),
    });
  },
};
