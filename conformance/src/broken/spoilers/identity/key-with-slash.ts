import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** The key of an area has a slash in it. */
export const keyWithSlash: Spoiler = {
  name: 'key-with-slash',
  fails: ['id-form'],
  things: changeThing('/areas/waterveen', (data) => ({ ...data, id: `${tinyOrigin}/areas/water/veen` })),
};
