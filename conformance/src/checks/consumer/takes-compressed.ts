import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { longWalk } from '../../consumer/scenarios/long-walk.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-026: Compressed answers. */
export const takesCompressed: ConsumerCheck = defineConsumerCheck({
  name: 'takes-compressed',
  requirement: 'CONS-026',
  title: 'Compressed answers',
  fault: 'It does not accept compressed answers.',
  consumerLoses: 'A walk takes ten times the bytes that it could.',
  whatToDo: 'Send `Accept-Encoding: gzip`, with zstd before it where you can.',
  scenario: longWalk,
  judge(story) {
    const findings = story.exchanges
      .filter(({ requestHeaders }) => !/\b(?:gzip|zstd|br)\b/.test(requestHeaders['accept-encoding'] ?? ''))
      .map((exchange) =>
        atStatus(exchange, `Accept-Encoding is "${exchange.requestHeaders['accept-encoding'] ?? ''}"`),
      );
    return failedIfAny(findings, `${story.exchanges.length} requests`);
  },
});
