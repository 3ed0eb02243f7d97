import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** Places are said to carry what they never said. */
export const carriesEverything: Spoiler = {
  name: 'carries-everything',
  class: 'searchable',
  fails: ['assortment'],
  found: (answer) =>
    eachResult(answer, (result) => (result['carries'] === undefined ? result : { ...result, carries: ['Alles'] })),
};
