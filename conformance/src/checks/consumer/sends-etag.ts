import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { nothingNew } from '../../consumer/scenarios/nothing-new.ts';
import { atStatus, type Finding } from '../finding.ts';
import { failedIfAny, inapplicable } from '../verdict.ts';

/** CONS-011: ETags are sent back. */
export const sendsEtag: ConsumerCheck = defineConsumerCheck({
  name: 'sends-etag',
  requirement: 'CONS-011',
  title: 'ETags are sent back',
  fault: 'It asked again without `If-None-Match`.',
  consumerLoses: 'Each look for news costs a whole page.',
  whatToDo: 'Keep the `ETag` beside `next`, and send it as `If-None-Match` when you ask for the same address again.',
  scenario: nothingNew,
  judge(story) {
    const known = new Map<string, string>();
    const findings: Finding[] = [];
    let repeated = 0;
    for (const exchange of story.exchanges) {
      // Who begins anew holds nothing that a 304 could leave as it is.
      if (exchange.url === story.start) known.clear();
      const tag = known.get(exchange.url);
      if (exchange.status === 200 && exchange.headers['etag'] !== undefined)
        known.set(exchange.url, exchange.headers['etag']);
      if (tag === undefined) continue;
      repeated += 1;
      if (exchange.requestHeaders['if-none-match'] !== tag)
        findings.push(
          atStatus(
            exchange,
            `it knew ${tag} of this address, and sent ${exchange.requestHeaders['if-none-match'] ?? 'none'}`,
          ),
        );
    }
    return repeated === 0
      ? inapplicable('it asked for no address twice')
      : failedIfAny(findings, `${repeated} repeated requests`);
  },
});
