import { checkpoints } from '../../../evidence/checkpoints.ts';
import { description } from '../../../evidence/description.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from '../description/model-findings.ts';
import { readKeys, readRecoveryKey } from './read-keys.ts';
import { whereIn } from './where-in.ts';

/** CHK-017: A recovery key. */
export const recoveryKey: Check = defineCheck({
  name: 'recovery-key',
  requirement: 'CHK-017',
  title: 'A recovery key',
  fault: 'The description gives no recovery key, or that key signs checkpoints.',
  consumerLoses: "When the key is lost or stolen, nobody can prove that a new one is the publisher's.",
  whatToDo: 'Make a recovery key, keep its secret part offline, and give its public part as recoveryKey.',
  needs: { description, checkpoints },
  judge: ({ description: described, checkpoints: all }) => {
    const findings = [...modelFindings(described, ([name]) => name === 'recoveryKey')];
    const recovery = readRecoveryKey(described.json);
    for (const seen of all) {
      const proof = seen.json['proof'];
      if (recovery !== undefined && isObject(proof) && proof['verificationMethod'] === recovery.id)
        findings.push(whereIn(seen, 'proof', 'the recovery key signed this checkpoint'));
    }
    for (const { id, publicKeyMultibase, pointer } of readKeys(described.json))
      if (recovery !== undefined && (id === recovery.id || publicKeyMultibase === recovery.publicKeyMultibase))
        findings.push(
          atPointer(described.exchange, pointer, `${id} is the recovery key, and stands among the keys that sign`),
        );
    return failedIfAny(findings, `the recovery key and ${all.length} checkpoints`);
  },
});
