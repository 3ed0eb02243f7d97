import { checkpoints } from '../../../evidence/checkpoints.ts';
import { isObject, isPosition, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isText = (value: unknown): boolean => typeof value === 'string';

/** The form of each member; what time and proof say is for CHK-007 and CHK-013. */
const memberForms: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => value === 'Checkpoint',
  feed: isText,
  epoch: isText,
  position: isPosition,
  live: isPosition,
  digest: isHash,
  previous: (value) => value === null || isHash(value),
  time: isText,
  proof: isObject,
};

/** CHK-002: A checkpoint has its members. */
export const checkpointMembers: Check = defineCheck({
  name: 'checkpoint-members',
  requirement: 'CHK-002',
  title: 'A checkpoint has its members',
  fault:
    'A checkpoint lacks type, feed, epoch, position, live, digest, previous, time or proof, or they are not what they should be.',
  consumerLoses: "Readers can't compare what they hold with it.",
  whatToDo:
    'Write all nine members: position and live as whole numbers, digest and previous as 64 lower-case hex digits, previous null for the first.',
  needs: { checkpoints },
  judge: ({ checkpoints: all }) => {
    if (all.length === 0) return notTested('evidence-missing', 'no checkpoint was met');
    const findings = all.flatMap((seen) =>
      Object.entries(memberForms)
        .filter(([name, isRight]) => !isRight(seen.json[name]))
        .map(([name]) => whereIn(seen, name, `${name} is ${shown(seen.json[name])}`)),
    );
    return failedIfAny(findings, `${all.length} checkpoints`);
  },
});
