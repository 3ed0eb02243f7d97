import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An offer is available at a place of another publisher. */
export const placeElsewhere: Spoiler = {
  name: 'place-elsewhere',
  fails: ['own-references'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({
    ...data,
    availableAtOrFrom: 'https://elsewhere.example/places/de-ketting',
  })),
};
