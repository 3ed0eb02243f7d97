import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { cutOff } from '../../consumer/bodies.ts';
import { villageGtins } from '../../consumer/village.ts';

/** CONS-015: Half a page is none. */
export const refusesHalfPages: ConsumerCheck = defineConsumerCheck({
  name: 'refuses-half-pages',
  requirement: 'CONS-015',
  title: 'Half a page is none',
  fault: 'It went on from a page that had not come to its end.',
  consumerLoses: 'The entries behind the cut are lost.',
  whatToDo:
    'Take a page when it was read to its end and parsed, its `next` and `ETag` with it, all in one transaction.',
  scenario: troubleAtSecondVisit('cut-off', {
    before: ({ feed }) => feed.put(...villageGtins.map(feed.things.product)),
    answer: ({ times }, right) => (times === 1 ? cutOff(right()) : undefined),
  }),
  judge: (story) => cameThrough(story, 'a page that broke off near its end'),
});
