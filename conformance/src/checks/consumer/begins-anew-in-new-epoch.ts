import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { beganAnewForIt } from '../../consumer/judging.ts';
import { villageGtins } from '../../consumer/village.ts';

/** CONS-008: Another epoch means anew. */
export const beginsAnewInNewEpoch: ConsumerCheck = defineConsumerCheck({
  name: 'begins-anew-in-new-epoch',
  requirement: 'CONS-008',
  title: 'Another epoch means anew',
  fault: 'It read on over the border of an epoch.',
  consumerLoses: 'After a restored backup, what it holds is a mixture of two histories.',
  whatToDo:
    'Compare the `epoch` of each page with that of what you hold; where they differ, begin from the first page.',
  scenario: {
    name: 'new-epoch',
    begin({ feed }) {
      const { source, place, product } = feed.things;
      const [first, second] = villageGtins;
      feed.put(source, place('de-ketting'), product(first));
      const next = feed.addressAfter(feed.head);
      const { head } = feed;
      return {
        visits: 2,
        beforeVisit(visit) {
          if (visit !== 2) return;
          feed.renewEpoch();
          feed.put(product(second));
        },
        // As static files do it, which can't answer 410.
        answer: ({ visit, url }) => (visit === 2 && url === next ? feed.page(url, head) : undefined),
      };
    },
  },
  judge: (story) => beganAnewForIt(story, 'a page of another epoch'),
});
