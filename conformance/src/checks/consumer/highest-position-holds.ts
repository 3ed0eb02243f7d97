import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { villageGtins } from '../../consumer/village.ts';
import { entryOf } from '../../consumer/entry-of.ts';
import type { JsonObject } from '../../json/json-value.ts';

/** CONS-004: The higher position holds. */
export const highestPositionHolds: ConsumerCheck = defineConsumerCheck({
  name: 'highest-position-holds',
  requirement: 'CONS-004',
  title: 'The higher position holds',
  fault: 'An old state of a thing stands, though a newer one was read.',
  consumerLoses: 'A price of last week comes back, because some cache gave an old page.',
  whatToDo: 'Compare `modified` with that of the entry that you hold, and keep the higher.',
  scenario: {
    name: 'met-twice',
    begin({ feed }) {
      const { source, place, product, offer } = feed.things;
      const [gtin] = villageGtins;
      feed.put(source, place('de-ketting'), product(gtin), offer(gtin, 'de-ketting', '10.00'));
      const old = entryOf(offer(gtin, 'de-ketting', '10.00'), feed.head);
      let isShown = false;
      return {
        visits: 3,
        beforeVisit(visit) {
          if (visit === 2) feed.put(offer(gtin, 'de-ketting', '11.00'));
          if (visit === 3) feed.put(product(villageGtins[1]));
        },
        // As an old cache would have it: what it says was true once.
        answer({ visit, url }) {
          if (url === feed.start || visit < 3 || isShown) return undefined;
          isShown = true;
          return feed.answer(url, {
            page: (page) => ({ ...page, items: [old, ...(page['items'] as readonly JsonObject[])] }),
          });
        },
      };
    },
  },
  judge: (story) => cameThrough(story, 'a thing that was met anew, and once more as an old page had it'),
});
