import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { beganAnewForIt } from '../../consumer/judging.ts';
import { villageGtins } from '../../consumer/village.ts';

/** CONS-007: Gone means anew. */
export const beginsAnewWhenGone: ConsumerCheck = defineConsumerCheck({
  name: 'begins-anew-when-gone',
  requirement: 'CONS-007',
  title: 'Gone means anew',
  fault: 'It did not begin anew after 410, or kept what the new walk did not have.',
  consumerLoses: 'Things whose tombstones it could not see stay for ever.',
  whatToDo: 'Ask for the first page again, and drop at the end of that walk what it did not give.',
  scenario: {
    name: 'gone',
    begin({ feed }) {
      const { source, place, product } = feed.things;
      const [first, second] = villageGtins;
      feed.put(source, place('de-ketting'), product(first));
      const next = feed.addressAfter(feed.head);
      return {
        visits: 2,
        beforeVisit(visit) {
          if (visit !== 2) return;
          feed.put(product(second));
          feed.forget(product(first));
        },
        answer: ({ visit, url }) =>
          visit === 2 && url === next ? new Response('Begin again.', { status: 410 }) : undefined,
      };
    },
  },
  judge: (story) => beganAnewForIt(story, '410'),
});
