import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** A product shows what its favourite source says, not what the fuller statement does. */
export const preferredSource: Spoiler = {
  name: 'preferred-source',
  fails: ['chosen-statement'],
  things: changeThing('/products/09520000000011', ({ brand: _brand, ...data }) => ({
    ...data,
    name: 'VEENRIJDER',
    source: `${tinyOrigin}/sources/rijwielhal-feed`,
  })),
};
