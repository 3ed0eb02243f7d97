import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** An offer has a number as its key. */
export const numberedOffer: Spoiler = {
  name: 'numbered-offer',
  fails: ['offer-key'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({ ...data, id: `${tinyOrigin}/offers/12345` })),
};
