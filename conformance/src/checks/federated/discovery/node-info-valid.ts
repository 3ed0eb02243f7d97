import { nodeInfoSchema } from '../../../evidence/federation/node-info-schema.ts';
import { nodeInfo, nodeInfoRelation } from '../../../evidence/federation/node-info.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, failedIfAny, unanswered } from '../../verdict.ts';

/** FED-014: NodeInfo. */
export const nodeInfoValid: Check = defineCheck({
  name: 'node-info-valid',
  requirement: 'FED-014',
  title: 'NodeInfo is there and valid',
  fault: 'There is no NodeInfo 2.1, or it is not valid by its schema.',
  consumerLoses: 'Those who count and map the Fediverse leave the publisher out.',
  whatToDo:
    'Link to the document from /.well-known/nodeinfo, and keep to the schema of version 2.1: it allows nothing besides.',
  needs: { nodeInfo },
  judge({ nodeInfo: { discovery, href, document } }) {
    if (discovery.answer === undefined) return unanswered(discovery);
    if (document === undefined)
      return failed([
        atPointer(discovery, '/links', `${shown(href)} for ${nodeInfoRelation} instead of an address of this host`),
      ]);
    if (document.answer === undefined) return unanswered(document);
    const reading = readObject(document);
    if (!reading.ok) return failed([atPointer(document, '', `NodeInfo is ${reading.words}`)]);
    const issues = nodeInfoSchema.safeParse(reading.value.json).error?.issues ?? [];
    return failedIfAny(
      issues.map(({ path, message }) =>
        atPointer(
          document,
          jsonPointer(...path.map((step) => (typeof step === 'symbol' ? String(step) : step))),
          message,
        ),
      ),
      document.url,
    );
  },
});
