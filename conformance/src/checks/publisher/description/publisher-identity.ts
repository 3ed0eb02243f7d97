import { descriptionAnswer } from '../../../evidence/description-answer.ts';
import { description } from '../../../evidence/description.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-002: It says who it is. */
export const publisherIdentity: Check = defineCheck({
  name: 'publisher-identity',
  requirement: 'DESC-002',
  title: 'It says who it is',
  fault: 'id, type, name or origin is missing or wrong, or the origin is not the one that was asked.',
  consumerLoses: "Consumers can't tell which publisher this is, and can't resolve what belongs to it.",
  whatToDo:
    'Set id to the origin and "/", type to ["Catalog", "Organization"], and give a name and the origin. A publisher is tested under the origin that it states.',
  needs: { description, descriptionAnswer },
  judge: ({ description: described, descriptionAnswer: asked }) => {
    const { exchange, json } = described;
    const { id, origin } = json;
    const findings = [...modelFindings(described, ([name]) => ['id', 'type', 'name', 'origin'].includes(String(name)))];
    if (findings.length === 0 && id !== `${String(origin)}/`)
      findings.push(atPointer(exchange, jsonPointer('id'), `id is ${shown(id)} instead of the origin and "/"`));
    const askedOrigin = new URL(asked.url).origin;
    if (typeof origin === 'string' && origin !== askedOrigin && origin !== new URL(exchange.answer.url).origin)
      findings.push(
        atPointer(exchange, jsonPointer('origin'), `origin is ${shown(origin)}, and what was asked is ${askedOrigin}`),
      );
    return failedIfAny(findings, 'id, type, name and origin');
  },
});
