import { verifyDocument } from '@openstraat/spec';
import { description } from '../../../evidence/description.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, type Finding } from '../../finding.ts';
import { failedIfAny, inapplicable, notTested } from '../../verdict.ts';
import { readKeys, readRecoveryKey, wasValid } from './read-keys.ts';

/** CHK-016: New keys are signed. */
export const newKeysSigned: Check = defineCheck({
  name: 'new-keys-signed',
  requirement: 'CHK-016',
  title: 'New keys are signed',
  fault: 'A key behind the first has no proof by a key that counted then, or by the recovery key.',
  consumerLoses: 'Whoever takes over the address can put in a key of their own, and readers believe it.',
  whatToDo:
    'Sign the object of each new key, without revoked and proof, with the key before it or with the recovery key.',
  needs: { description },
  judge: ({ description: { exchange, json } }) => {
    const keys = readKeys(json);
    const recovery = readRecoveryKey(json);
    const signers = [...keys, ...(recovery === undefined ? [] : [recovery])];
    const [first, ...others] = keys.toSorted((left, right) => left.validFromMs - right.validFromMs);
    if (first === undefined) return notTested('evidence-missing', 'the description lists no key');
    if (others.length === 0) return inapplicable('there is only one key');
    const findings = others.flatMap(({ key, pointer, id, validFromMs }): readonly Finding[] => {
      const { revoked: _revoked, ...signed } = key;
      const proof = isObject(signed['proof']) ? signed['proof'] : undefined;
      if (proof === undefined) return [atPointer(exchange, pointer, `${id} has no proof`)];
      const signer = signers.find((one) => one.id === proof['verificationMethod'] && one.id !== id);
      if (signer === undefined)
        return [
          atPointer(
            exchange,
            pointer,
            `the proof of ${id} names ${shown(proof['verificationMethod'])}, which is no other key`,
          ),
        ];
      if (signer !== recovery && !wasValid(signer, validFromMs))
        return [atPointer(exchange, pointer, `${signer.id} did not count when ${id} began to`)];
      return verifyDocument(signed, signer.publicKeyMultibase)
        ? []
        : [atPointer(exchange, pointer, `the proof of ${id} does not fit it and ${signer.id}`)];
    });
    return failedIfAny(findings, `${others.length} keys behind the first`);
  },
});
