import { isSignatureFault, readSignature } from '@openstraat/spec';
import { deliveries } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

/** FED-037: The first knock. */
export const firstKnock: Check = defineCheck({
  name: 'first-knock',
  requirement: 'FED-037',
  title: 'The first knock is one that all understand',
  fault: 'What was first sent is signed by RFC 9421.',
  consumerLoses: 'Some servers answer 202 to such a signature, and drop what it signs.',
  whatToDo: 'Sign as draft-cavage where it is not known that the other side understands RFC 9421.',
  needs: { deliveries },
  judge({ deliveries: { all } }) {
    const [first] = all;
    if (first === undefined) return inapplicable('nothing was sent to the suite');
    const signature = readSignature(first.message);
    if (isSignatureFault(signature)) return inapplicable('what was first sent has no signature that can be read');
    return signature.form === 'draft-cavage'
      ? passed('what was sent first')
      : failed([atReceived(first, '/requestHeaders/signature-input', 'the first delivery is signed by RFC 9421')]);
  },
});
