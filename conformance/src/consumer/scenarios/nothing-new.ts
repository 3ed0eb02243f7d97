import type { Scenario } from '../scenario.ts';
import { villageGtins } from '../village.ts';

/** Visits at which nothing has changed, and one at which something has. */
export const nothingNew: Scenario = {
  name: 'nothing-new',
  begin({ feed }) {
    feed.put(feed.things.source, feed.things.place('de-ketting'));
    return {
      visits: 4,
      beforeVisit(visit) {
        if (visit === 4) feed.put(feed.things.product(villageGtins[0]));
      },
    };
  },
};
