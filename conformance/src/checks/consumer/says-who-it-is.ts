import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { longWalk } from '../../consumer/scenarios/long-walk.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny } from '../verdict.ts';

/** A program, and behind it the address of a page or a mailbox. */
const namesSomeone = /^[\w.-]+(?:\/\S+)?\s.*(?:https?:\/\/\S+\.?|[^\s@]+@[^\s@]+)/;

/** CONS-024: Readers say who they are. */
export const saysWhoItIs: ConsumerCheck = defineConsumerCheck({
  name: 'says-who-it-is',
  requirement: 'CONS-024',
  title: 'Readers say who they are',
  fault: 'Its `User-Agent` does not say who asks and where to complain.',
  consumerLoses: 'A publisher that has trouble with it can only shut it out.',
  whatToDo: 'Send a `User-Agent` such as `fietskaart/2.1 (+https://fietskaart.example/bot)`.',
  scenario: longWalk,
  judge(story) {
    const findings = story.exchanges
      .filter(({ requestHeaders }) => !namesSomeone.test(requestHeaders['user-agent'] ?? ''))
      .map((exchange) => atStatus(exchange, `User-Agent is "${exchange.requestHeaders['user-agent'] ?? ''}"`));
    return failedIfAny(findings, `${story.exchanges.length} requests`);
  },
});
