import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A place has a type that the tables do not list. */
export const typeMadeUp: Spoiler = {
  name: 'type-made-up',
  fails: ['listed-types'],
  things: changeThing('/places/station', (data) => ({ ...data, type: ['Place', 'Halt'] })),
};
