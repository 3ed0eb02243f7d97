import type { Spoiler } from '../../spoiler.ts';
import { eachResult } from './change-answer.ts';

/** Nobody says why. */
export const noWhy: Spoiler = {
  name: 'no-why',
  class: 'searchable',
  fails: ['why-it-is-there'],
  found: (answer) => eachResult(answer, (result) => ({ ...result, why: [] })),
};
