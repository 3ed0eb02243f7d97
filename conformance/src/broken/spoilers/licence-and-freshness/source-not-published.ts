import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeThing } from '../change-things.ts';

/** A place names a source that the feed does not have. */
export const sourceNotPublished: Spoiler = {
  name: 'source-not-published',
  fails: ['source-named'],
  things: changeThing('/places/station', (data) => ({ ...data, source: `${tinyOrigin}/sources/nobody` })),
};
