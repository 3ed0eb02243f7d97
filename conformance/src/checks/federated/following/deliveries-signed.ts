import { isSignatureFault, readSignature, signatureFaultOf } from '@openstraat/spec';
import type { Delivery } from '../../../callback/mailbox.ts';
import type { Actor } from '../../../evidence/federation/actor.ts';
import { deliveries } from '../../../evidence/federation/notices.ts';
import { idOf, valuesOf } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable } from '../../verdict.ts';
import { isActivityType } from '../is-activity-type.ts';

/** What is wrong with the signature of a delivery, in words. */
const faultOf = ({ message, activity, receivedMs }: Delivery, { json, url }: Actor): string | undefined => {
  const signature = readSignature(message);
  if (isSignatureFault(signature)) return signature.words;
  const by = idOf(activity?.['actor']);
  if (by !== url) return `what was sent is by ${shown(by)}`;
  const key = valuesOf(json['publicKey']).find((one) => isObject(one) && one['id'] === signature.keyId);
  if (!isObject(key)) return `${signature.keyId} is no key of the actor`;
  return signatureFaultOf(message, signature, String(key['publicKeyPem']), receivedMs)?.words;
};

/** FED-036: Deliveries are signed. */
export const deliveriesSigned: Check = defineCheck({
  name: 'deliveries-signed',
  requirement: 'FED-036',
  title: 'What is sent is signed',
  fault: 'Something was sent that is not an activity of the publisher, or not signed as it has to be.',
  consumerLoses: 'Servers throw away what the publisher sends.',
  whatToDo: 'Sign every POST with the key of the actor of the activity.',
  needs: { deliveries },
  judge({ deliveries: { actor, all } }) {
    const findings = new FindingsCollector();
    for (const delivery of all) {
      const { activity, message } = delivery;
      if (!isActivityType(message.headers['content-type']))
        findings.add(
          atReceived(delivery, '/requestHeaders/content-type', `sent as ${shown(message.headers['content-type'])}`),
        );
      const id = activity?.['id'];
      if (typeof id !== 'string' || !id.startsWith(`${actor.origin}/`))
        findings.add(atReceived(delivery, '/requestBody', `the id of what was sent is ${shown(id)}`));
      const fault = faultOf(delivery, actor);
      if (fault !== undefined) findings.add(atReceived(delivery, '/requestHeaders/signature', fault));
    }
    return findings.verdict(
      all.length > 0 ? `${all.length} deliveries` : inapplicable('nothing was sent to the suite'),
    );
  },
});
