import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The position of a tombstone is a text. */
export const positionAsText: Spoiler = {
  name: 'position-as-text',
  fails: ['position-range'],
  entry: (item) =>
    item['id'] === `${tinyOrigin}/offers/gone-0` ? { ...item, modified: String(item['modified']) } : item,
};
