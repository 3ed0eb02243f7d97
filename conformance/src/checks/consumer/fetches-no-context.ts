import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { neverAsked } from '../../consumer/judging.ts';
import { longWalk } from '../../consumer/scenarios/long-walk.ts';

/** CONS-023: No context is fetched. */
export const fetchesNoContext: ConsumerCheck = defineConsumerCheck({
  name: 'fetches-no-context',
  requirement: 'CONS-023',
  title: 'No context is fetched',
  fault: 'It fetched a context while it read.',
  consumerLoses:
    'Whoever holds the address of the context can change what all data means; and reading stops when that host does.',
  whatToDo: 'Use the copy of the context that your program brings along, or read plain JSON.',
  scenario: longWalk,
  judge: (story) => neverAsked(story, ({ url }) => url.includes('/context/'), 'which is a context'),
});
