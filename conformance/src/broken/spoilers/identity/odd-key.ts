import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** A key has a sign in it that some programs escape. */
export const oddKey: Spoiler = {
  name: 'odd-key',
  fails: ['plain-keys'],
  things: changeThing('/areas/waterveen', (data) => ({ ...data, id: `${tinyOrigin}/areas/waterveen!` })),
};
