import { verifyDocument } from '@openstraat/spec';
import { checkpoints } from '../../../evidence/checkpoints.ts';
import { description } from '../../../evidence/description.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { readKeys } from './read-keys.ts';
import { whereIn } from './where-in.ts';

const proofMembers = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  proofPurpose: 'assertionMethod',
} as const;

/** CHK-013: Checkpoints are signed. */
export const checkpointSignature: Check = defineCheck({
  name: 'checkpoint-signature',
  requirement: 'CHK-013',
  title: 'Checkpoints are signed',
  fault:
    "The proof is no eddsa-jcs-2022 proof for assertionMethod, not made at the checkpoint's time, or does not fit the checkpoint.",
  consumerLoses: 'Anyone could have made the checkpoint: it proves nothing.',
  whatToDo: "Sign the checkpoint without proof as eddsa-jcs-2022 says; set created to the checkpoint's time.",
  needs: { checkpoints, description },
  judge: ({ checkpoints: all, description: { json } }) => {
    const keys = readKeys(json);
    let verified = 0;
    const findings = all.flatMap((seen): readonly Finding[] => {
      const { proof, time } = seen.json;
      // That there is none at all is for CHK-002.
      if (!isObject(proof)) return [];
      const wrong = [
        ...Object.entries(proofMembers)
          .filter(([name, value]) => proof[name] !== value)
          .map(([name, value]) => `proof.${name} is ${shown(proof[name])} instead of ${value}`),
        ...(proof['created'] === time
          ? []
          : [`proof.created is ${shown(proof['created'])}, and the time of the checkpoint ${shown(time)}`]),
      ];
      if (wrong.length > 0) return wrong.map((message) => whereIn(seen, 'proof', message));
      const key = keys.find(({ id }) => id === proof['verificationMethod']);
      // A key that is not listed is for CHK-014.
      if (key === undefined) return [];
      verified += 1;
      return verifyDocument(seen.json, key.publicKeyMultibase)
        ? []
        : [whereIn(seen, 'proof', `the signature does not fit the checkpoint and the key ${key.id}`)];
    });
    if (findings.length === 0 && verified === 0)
      return notTested('evidence-missing', 'no checkpoint names a key of the description');
    return failedIfAny(findings, `${verified} signatures`);
  },
});
