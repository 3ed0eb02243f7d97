import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A place has a property that only readers of RDF understand. */
export const nameWithColon: Spoiler = {
  name: 'name-with-colon',
  fails: ['other-names'],
  things: changeThing('/places/station', (data) => ({ ...data, 'schema:award': 'best station' })),
};
