import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** Opening hours are written for people. */
export const hoursInWords: Spoiler = {
  name: 'hours-in-words',
  fails: ['opening-hours-syntax'],
  things: changeThing('/places/station', (data) => ({ ...data, openingHours: 'whenever a train comes' })),
};
