import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** published is not the time of the position. */
export const publishedElsewhen: Spoiler = {
  name: 'published-elsewhen',
  fails: ['published-time'],
  entry: (item) =>
    item['id'] === `${tinyOrigin}/areas/waterveen` ? { ...item, published: '2026-03-01T00:00:00.000Z' } : item,
};
