import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';

/** CONS-014: Errors are asked again. */
export const asksAgain: ConsumerCheck = defineConsumerCheck({
  name: 'asks-again',
  requirement: 'CONS-014',
  title: 'Errors are asked again',
  fault: 'It did not come through an error, or began anew because of it.',
  consumerLoses: 'An hour of maintenance at the publisher makes it read everything anew, or nothing ever again.',
  whatToDo: 'Keep `next` as it is, wait, longer each time, and ask again. What is no page of a feed changes nothing.',
  scenario: troubleAtSecondVisit('failing', {
    visits: 4,
    answer({ times }) {
      if (times === 1) return new Response('Oops.', { status: 500 });
      if (times > 2) return undefined;
      return new Response('<!doctype html><title>Log in</title>', { headers: { 'content-type': 'text/html' } });
    },
  }),
  judge: (story) => cameThrough(story, '500, and a page for people where the feed should be'),
});
