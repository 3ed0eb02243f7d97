import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** An entry does not say when it was published. */
export const entryWithoutPublished: Spoiler = {
  name: 'entry-without-published',
  fails: ['entry-members'],
  entry(item) {
    const { published: _published, ...others } = item;
    return item['id'] === `${tinyOrigin}/areas/waterveen` ? others : item;
  },
};
