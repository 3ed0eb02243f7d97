import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** Versions are made from something else than the position. */
export const versionOfContent: Spoiler = {
  name: 'version-of-content',
  fails: ['version-address'],
  entry: (item) =>
    item['id'] === `${tinyOrigin}/areas/waterveen` ? { ...item, version: `${tinyOrigin}/areas/waterveen#v1` } : item,
};
