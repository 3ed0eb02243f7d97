import { isObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

/** The key says to be of somebody else. */
export const keyOfNobody: Spoiler = {
  name: 'key-of-nobody',
  class: 'federated',
  fails: ['rsa-key'],
  answer: changeActor((actor) => ({
    ...actor,
    publicKey: {
      ...(isObject(actor['publicKey']) ? actor['publicKey'] : {}),
      owner: 'https://social.example/users/anna',
    },
  })),
};
