import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An offer has no code at all. */
export const offerWithoutCode: Spoiler = {
  name: 'offer-without-code',
  fails: ['offer-code'],
  things: changeThing('/offers/09520000000035.de-ketting', ({ gtin: _gtin, ...data }) => data),
};
