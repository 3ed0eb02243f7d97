import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** A search without a point gives distances. */
export const distanceFromNowhere: Spoiler = {
  name: 'distance-from-nowhere',
  class: 'searchable',
  fails: ['no-point-no-distance'],
  found: (answer) =>
    answer['where'] === undefined
      ? eachResult(answer, (result) => ({ ...result, distanceMetres: 100, walkingMinutes: 2 }))
      : answer,
};
