import type { Scenario } from '../scenario.ts';
import { villageGtins } from '../village.ts';

/** Four pages, and changes to what is not yet read while the first of them is. */
export const longWalk: Scenario = {
  name: 'long-walk',
  entriesPerPage: 4,
  begin({ feed }) {
    const { source, place, product, offer } = feed.things;
    const [first, second, third, fourth] = villageGtins;
    feed.put(source, place('de-ketting'), place('rijwielhal'), ...villageGtins.map(product));
    feed.put(...villageGtins.map((gtin) => offer(gtin, 'de-ketting')));
    let isChanged = false;
    return {
      visits: 1,
      afterAnswer() {
        if (isChanged) return;
        isChanged = true;
        feed.remove(offer(fourth, 'de-ketting'));
        feed.put(offer(third, 'de-ketting', '9.95'), offer(first, 'rijwielhal'), offer(second, 'rijwielhal'));
      },
    };
  },
};
