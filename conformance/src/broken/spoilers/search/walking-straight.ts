import type { Spoiler } from '../../spoiler.ts';
import { eachPart } from './change-answer.ts';

/** Walking times know no detours. */
export const walkingStraight: Spoiler = {
  name: 'walking-straight',
  class: 'searchable',
  fails: ['walking'],
  found: (answer) =>
    eachPart(answer, (part) =>
      typeof part['distanceMetres'] === 'number'
        ? { ...part, walkingMinutes: Math.ceil(part['distanceMetres'] / 80) }
        : part,
    ),
};
