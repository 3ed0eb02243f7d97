import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A property of its own is a fraction. */
export const fraction: Spoiler = {
  name: 'fraction',
  fails: ['whole-numbers'],
  things: changeThing('/places/station', (data) => ({ ...data, platformLength: 210.5 })),
};
