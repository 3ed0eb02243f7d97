import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { villageGtins } from '../../consumer/village.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-006: What refers ahead is kept. */
export const keepsWhatRefersAhead: ConsumerCheck = defineConsumerCheck({
  name: 'keeps-what-refers-ahead',
  requirement: 'CONS-006',
  title: 'What refers ahead is kept',
  fault: 'An entry was dropped because what it refers to had not come yet.',
  consumerLoses: 'An offer may stand before its place and product; who drops it has lost it for good.',
  whatToDo: 'Keep it, and show it once what it refers to has come.',
  scenario: {
    name: 'offers-first',
    begin({ feed }) {
      const { source, place, product, offer } = feed.things;
      const [gtin] = villageGtins;
      feed.put(offer(gtin, 'de-ketting'));
      return {
        visits: 2,
        beforeVisit(visit) {
          if (visit === 2) feed.put(source, place('de-ketting'), product(gtin));
        },
      };
    },
  },
  judge: (story) =>
    failedIfAny([...digestFindings(story, 1), ...digestFindings(story, 2)], 'an offer before its place and product'),
});
