import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The checkpoint names a key that the description does not list. */
export const keyNotListed: Spoiler = {
  name: 'key-not-listed',
  fails: ['checkpoint-key'],
  signed: (checkpoint) => ({
    ...checkpoint,
    proof: {
      ...(isObject(checkpoint['proof']) ? checkpoint['proof'] : {}),
      verificationMethod: `${tinyOrigin}/.well-known/openstraat#key-9`,
    },
  }),
};
