import { checkpoints } from '../../../evidence/checkpoints.ts';
import { description } from '../../../evidence/description.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { readKeys, wasValid } from './read-keys.ts';
import { whereIn } from './where-in.ts';

/** CHK-014: A key that counts. */
export const checkpointKey: Check = defineCheck({
  name: 'checkpoint-key',
  requirement: 'CHK-014',
  title: 'A key that counts',
  fault: "The key that a checkpoint names is not in the description, or did not count at the checkpoint's time.",
  consumerLoses: "Readers can't tell whether the publisher made the checkpoint.",
  whatToDo:
    'List the key that signs in the description, with a validFrom that is not after the checkpoint, and stop using it when it is revoked.',
  needs: { checkpoints, description },
  judge: ({ checkpoints: all, description: { json } }) => {
    const keys = readKeys(json);
    const named = all.filter(({ json: checkpoint }) => isObject(checkpoint['proof']));
    if (named.length === 0) return notTested('evidence-missing', 'no checkpoint has a proof');
    const findings = named.flatMap((seen): readonly Finding[] => {
      const proof = seen.json['proof'];
      const method = isObject(proof) ? proof['verificationMethod'] : undefined;
      const key = keys.find(({ id }) => id === method);
      if (key === undefined)
        return [
          whereIn(seen, 'proof', `verificationMethod is ${shown(method)}, and the description lists no such key`),
        ];
      const { time } = seen.json;
      return typeof time === 'string' && !Number.isNaN(Date.parse(time)) && !wasValid(key, Date.parse(time))
        ? [whereIn(seen, 'proof', `the key ${key.id} did not count at ${time}`)]
        : [];
    });
    return failedIfAny(findings, `${named.length} checkpoints`);
  },
});
