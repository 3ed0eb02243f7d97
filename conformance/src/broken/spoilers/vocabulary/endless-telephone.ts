import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A telephone number is longer than any. */
export const endlessTelephone: Spoiler = {
  name: 'endless-telephone',
  fails: ['values-fit'],
  things: changeThing('/places/station', (data) => ({ ...data, telephone: '0'.repeat(41) })),
};
