import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { selfLinkFindings } from '../self-link-findings.ts';

/** FED-009: The handle leads to the actor. */
export const handleLeadsToActor: Check = defineCheck({
  name: 'handle-leads-to-actor',
  requirement: 'FED-009',
  title: 'The handle leads to the actor',
  fault: 'WebFinger for the handle of the actor does not lead to it.',
  consumerLoses: 'Nobody who types the handle finds the publisher.',
  whatToDo: 'Answer WebFinger for acct:<preferredUsername>@<host> with a JRD and a link with rel self.',
  needs: { webFinger },
  judge: ({ webFinger: { handle, resource, actor } }) =>
    judgeEach('handle', [{ exchange: handle }], ({ exchange }) => {
      const reading = readObject(exchange);
      if (!reading.ok) return [atPointer(exchange, '', `WebFinger for ${resource} is ${reading.words}`)];
      const { json } = reading.value;
      const type = mediaTypeOf(exchange.answer);
      return [
        ...(type === 'application/jrd+json'
          ? []
          : [atHeader(exchange, 'content-type', `${type || 'no media type'} for a JRD`)]),
        ...(json['subject'] === resource
          ? []
          : [atPointer(exchange, '/subject', `subject is ${shown(json['subject'])} instead of ${resource}`)]),
        ...selfLinkFindings(exchange, json, actor),
      ];
    }),
});
