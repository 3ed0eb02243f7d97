import { laterDescriptionAnswer } from '../../../evidence/description-answer.ts';
import { description } from '../../../evidence/description.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from '../description/model-findings.ts';
import { readKeys } from './read-keys.ts';

/** CHK-015: Keys stay listed. */
export const keysListed: Check = defineCheck({
  name: 'keys-listed',
  requirement: 'CHK-015',
  title: 'Keys stay listed',
  fault: 'keys does not list Multikeys with validFrom, or a key that signed is gone from it.',
  consumerLoses: "Old checkpoints can't be verified any more.",
  whatToDo: 'Keep every key in keys; a key that no longer counts gets revoked.',
  needs: { description, laterDescriptionAnswer },
  judge: ({ description: described, laterDescriptionAnswer: later }) => {
    const findings = [...modelFindings(described, ([first, , third]) => first === 'keys' && third !== 'proof')];
    const reading = readObject(later);
    const now = reading.ok ? new Set(readKeys(reading.value.json).map(({ id }) => id)) : undefined;
    const keys = readKeys(described.json);
    for (const { id, pointer } of keys)
      if (now?.has(id) === false)
        findings.push(
          atPointer(described.exchange, pointer, `${id} was listed here, and is no longer at the end of the run`),
        );
    return failedIfAny(findings, `${keys.length} keys`);
  },
});
