import { nodeInfo } from '../../../evidence/federation/node-info.ts';
import { valuesOf } from '../../../evidence/federation/values.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** FED-015: NodeInfo names ActivityPub. */
export const nodeInfoProtocol: Check = defineCheck({
  name: 'node-info-protocol',
  requirement: 'FED-015',
  title: 'NodeInfo names ActivityPub',
  fault: 'NodeInfo does not list activitypub among its protocols.',
  consumerLoses: 'Others do not know how to talk to the publisher.',
  whatToDo: 'Put activitypub into protocols.',
  needs: { nodeInfo },
  judge({ nodeInfo: { document } }) {
    const reading = document === undefined ? undefined : readObject(document);
    if (document === undefined || reading?.ok !== true)
      return notTested('evidence-missing', 'there is no NodeInfo that can be read');
    const { protocols } = reading.value.json;
    return failedIfAny(
      valuesOf(protocols).includes('activitypub')
        ? []
        : [atPointer(document, '/protocols', `protocols is ${shown(protocols)}`)],
      document.url,
    );
  },
});
