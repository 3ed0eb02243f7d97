import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An offer has the GTIN of another product. */
export const codeOfAnother: Spoiler = {
  name: 'code-of-another',
  fails: ['offer-code'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({ ...data, gtin: '09520000000042' })),
};
