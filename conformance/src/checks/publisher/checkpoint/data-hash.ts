import { checkpoints } from '../../../evidence/checkpoints.ts';
import { walk } from '../../../evidence/walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failed, inapplicable, notTested, passed } from '../../verdict.ts';
import { compareDigest } from './compare-digest.ts';
import { isCompared } from './head-to-compare.ts';
import { whereIn } from './where-in.ts';

/** CHK-008: Data hashes. */
export const dataHash: Check = defineCheck({
  name: 'data-hash',
  requirement: 'CHK-008',
  title: 'Data hashes',
  fault: 'The digest comes of data hashes that are made in another way.',
  consumerLoses: 'No reader comes to the same digest: all begin anew for ever, or stop comparing.',
  whatToDo:
    'Hash the canonical form (RFC 8785) of data without @context, with absolute ids, with SHA-256, as lower-case hex.',
  needs: { checkpoints, walk },
  judge: ({ checkpoints: all, walk: walked }) => {
    const compared = compareDigest(walked, all);
    if (!isCompared(compared)) return compared;
    const { seen, held, isRight, mistake } = compared;
    if (isRight)
      return held.live > 0
        ? passed(`${held.live} data hashes, by the digest over them`)
        : inapplicable('nothing is live');
    return mistake === undefined
      ? notTested('evidence-missing', 'the digest is wrong as a whole (CHK-009)')
      : failed([whereIn(seen, 'digest', `the digest is that of data hashes made ${mistake}`)]);
  },
});
