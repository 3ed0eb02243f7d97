import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A place does not say what it is. */
export const placeWithoutKind: Spoiler = {
  name: 'place-without-kind',
  fails: ['required-properties'],
  things: changeThing('/places/station', ({ placeKind: _placeKind, ...data }) => data),
};
