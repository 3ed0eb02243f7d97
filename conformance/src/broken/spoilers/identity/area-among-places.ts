import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** An area has the segment of places. */
export const areaAmongPlaces: Spoiler = {
  name: 'area-among-places',
  fails: ['segment-and-kind'],
  things: changeThing('/areas/waterveen', (data) => ({ ...data, id: `${tinyOrigin}/places/waterveen` })),
};
