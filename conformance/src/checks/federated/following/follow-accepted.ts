import { actor } from '../../../evidence/federation/actor.ts';
import { nodeFollowed, personFollowed } from '../../../evidence/federation/following.ts';
import { idOf } from '../../../evidence/federation/values.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived, atStatus } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable } from '../../verdict.ts';

/** FED-033: A Follow is accepted. */
export const followAccepted: Check = defineCheck({
  name: 'follow-accepted',
  requirement: 'FED-033',
  title: 'A Follow is accepted',
  fault: 'A Follow of an actor that approves all is not answered with an Accept.',
  consumerLoses: 'Nodes that follow wait for ever, and get no notices.',
  whatToDo: 'Send an Accept by the actor, with the Follow as its object, to the inbox of who follows.',
  needs: { actor, nodeFollowed, personFollowed },
  judge({ actor: { url }, nodeFollowed: node, personFollowed: person }) {
    const findings = new FindingsCollector();
    const taken = [node, person].filter(({ isExpected, exchange }) => isExpected && exchange.answer?.status === 202);
    for (const { exchange, accept } of taken) {
      const by = idOf(accept?.activity?.['actor']);
      if (accept === undefined) findings.add(atStatus(exchange, 'the Follow was taken, and no Accept came'));
      else if (by !== url) findings.add(atReceived(accept, '/requestBody', `the Accept is by ${shown(by)}`));
    }
    return findings.verdict(
      taken.length > 0 ? `${taken.length} Follows` : inapplicable('no Follow was taken that had to be accepted'),
    );
  },
});
