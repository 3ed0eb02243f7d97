import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The key that signed is no longer listed. */
export const keyTakenOff: Spoiler = {
  name: 'key-taken-off',
  fails: ['keys-listed'],
  description: (description, { late }) =>
    late && Array.isArray(description['keys'])
      ? {
          ...description,
          keys: description['keys'].map((key: unknown) => ({
            ...(isObject(key) ? key : {}),
            id: `${tinyOrigin}/.well-known/openstraat#key-2`,
          })),
        }
      : description,
};
