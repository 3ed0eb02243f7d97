import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The recovery key is controlled by another origin. */
export const foreignController: Spoiler = {
  name: 'foreign-controller',
  fails: ['one-origin'],
  description: (description) => ({
    ...description,
    recoveryKey: {
      ...(isObject(description['recoveryKey']) ? description['recoveryKey'] : {}),
      controller: 'https://elsewhere.example/',
    },
  }),
};
