import type { Spoiler } from '../../spoiler.ts';
import { eachPart } from './change-answer.ts';

/** Distances are a little too long. */
export const distancesTooLong: Spoiler = {
  name: 'distances-too-long',
  class: 'searchable',
  fails: ['distances-are-right'],
  found: (answer) =>
    eachPart(answer, (part) => {
      const { distanceMetres } = part;
      if (typeof distanceMetres !== 'number') return part;
      const metres = distanceMetres * 1.02 + 3;
      return { ...part, distanceMetres: metres, walkingMinutes: Math.ceil((metres * 1.3) / 80) };
    }),
};
