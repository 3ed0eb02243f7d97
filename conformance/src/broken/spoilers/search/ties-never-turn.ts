import { isObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** Ties are decided the same way every day. */
export const tiesNeverTurn: Spoiler = {
  name: 'ties-never-turn',
  class: 'searchable',
  fails: ['ties-take-turns'],
  found: (answer) =>
    eachResult(answer, (result) => {
      const { explain } = result;
      if (!isObject(explain) || !isObject(explain['tie'])) return result;
      return { ...result, explain: { ...explain, tie: { ...explain['tie'], seed: 'always' } } };
    }),
};
