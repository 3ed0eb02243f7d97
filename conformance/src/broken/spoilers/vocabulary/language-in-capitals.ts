import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A language stands in capitals. */
export const languageInCapitals: Spoiler = {
  name: 'language-in-capitals',
  fails: ['language-maps'],
  things: changeThing('/places/station', (data) => ({ ...data, name: { NL: 'Station Waterveen' } })),
};
