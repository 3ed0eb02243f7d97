import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { neverAsked } from '../../consumer/judging.ts';
import { longWalk } from '../../consumer/scenarios/long-walk.ts';

/** CONS-001: Next is followed as it stands. */
export const followsNext: ConsumerCheck = defineConsumerCheck({
  name: 'follows-next',
  requirement: 'CONS-001',
  title: 'Next is followed as it stands',
  fault: 'An address was asked for that nobody gave.',
  consumerLoses:
    'Cursors are the publisher’s own: one that is made up skips entries, or is refused by the next publisher.',
  whatToDo: 'Ask for `next` byte for byte as the page has it, and for nothing else.',
  scenario: longWalk,
  judge(story) {
    return neverAsked(story, ({ url }) => !story.given.has(url), 'which no page gave');
  },
});
