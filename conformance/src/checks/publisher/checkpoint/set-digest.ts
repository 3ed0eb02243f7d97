import { formatDigest } from '@openstraat/spec';
import { checkpoints } from '../../../evidence/checkpoints.ts';
import { walk } from '../../../evidence/walk.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failed, notTested, passed } from '../../verdict.ts';
import { compareDigest } from './compare-digest.ts';
import { isCompared } from './head-to-compare.ts';
import { whereIn } from './where-in.ts';

/** CHK-009: The digest over all live things. */
export const setDigest: Check = defineCheck({
  name: 'set-digest',
  requirement: 'CHK-009',
  title: 'The digest over all live things',
  fault: 'digest is not the sum that a reader comes to that walked to the head.',
  consumerLoses: 'Readers begin anew for ever, or stop comparing and never see a loss.',
  whatToDo:
    'Add up the terms of all live things modulo 2^256: SHA-256 of id, line feed and data hash. Subtract what a thing added before when it changes or goes.',
  needs: { checkpoints, walk },
  judge: ({ checkpoints: all, walk: walked }) => {
    const compared = compareDigest(walked, all);
    if (!isCompared(compared)) return compared;
    const { seen, held, digest, isRight, mistake } = compared;
    if (isRight) return passed(`${held.live} things`);
    return mistake === undefined
      ? failed([
          whereIn(seen, 'digest', `digest is ${shown(digest)}, and the walk came to ${formatDigest(held.digest)}`),
        ])
      : notTested('evidence-missing', 'the hashes that it sums up are made in another way (CHK-008)');
  },
});
