import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A source is said to speak for a place of another publisher. */
export const speaksForPlaceElsewhere: Spoiler = {
  name: 'speaks-for-place-elsewhere',
  fails: ['own-references'],
  things: changeThing('/sources/de-ketting-feed', (data) => ({
    ...data,
    place: ['https://elsewhere.example/places/de-ketting'],
  })),
};
