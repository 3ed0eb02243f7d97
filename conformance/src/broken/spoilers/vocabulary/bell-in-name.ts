import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A name holds a control character. */
export const bellInName: Spoiler = {
  name: 'bell-in-name',
  fails: ['clean-text'],
  things: changeThing('/places/station', (data) => ({ ...data, name: 'Station\u0007 Waterveen' })),
};
