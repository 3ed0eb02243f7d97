import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { longWalk } from '../../consumer/scenarios/long-walk.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-002: Walks end at the head. */
export const readsToTheHead: ConsumerCheck = defineConsumerCheck({
  name: 'reads-to-the-head',
  requirement: 'CONS-002',
  title: 'Walks end at the head',
  fault: 'Not all of the feed was read, or not all of it is held.',
  consumerLoses: 'Shops on the pages that were not read do not exist for its users.',
  whatToDo: 'Follow `next` until a page carries a checkpoint or is empty, and keep every entry.',
  scenario: longWalk,
  judge: (story) => failedIfAny(digestFindings(story), 'all of a walk of several pages that changed meanwhile'),
});
