import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { selfLinkFindings } from '../self-link-findings.ts';

/** FED-010: The actor's address leads to it too. */
export const addressLeadsToActor: Check = defineCheck({
  name: 'address-leads-to-actor',
  requirement: 'FED-010',
  title: 'The address of the actor is known to WebFinger',
  fault: 'WebFinger for the address of the actor does not lead to it.',
  consumerLoses: 'Servers that know the address and want the handle give up.',
  whatToDo: 'Answer WebFinger for the address as for the handle.',
  needs: { webFinger },
  judge: ({ webFinger: { address, actor } }) =>
    judgeEach('address', [{ exchange: address }], ({ exchange }) => {
      const reading = readObject(exchange);
      return reading.ok
        ? selfLinkFindings(exchange, reading.value.json, actor)
        : [atPointer(exchange, '', `WebFinger for ${actor} is ${reading.words}`)];
    }),
});
