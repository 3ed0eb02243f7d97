import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A place does not say who states it. */
export const placeWithoutSource: Spoiler = {
  name: 'place-without-source',
  fails: ['source-named'],
  things: changeThing('/places/station', ({ source: _source, ...data }) => data),
};
