import { checkpointHash } from '@openstraat/spec';
import { checkpointSeries } from '../../../evidence/checkpoints.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failed, notTested, passed } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

/** CHK-010: Checkpoints name the one before. */
export const previousCheckpoint: Check = defineCheck({
  name: 'previous-checkpoint',
  requirement: 'CHK-010',
  title: 'Checkpoints name the one before',
  fault: 'previous is not the hash of the checkpoint before.',
  consumerLoses: "A rewritten history can't be told from a true one.",
  whatToDo: 'Write the SHA-256 of the canonical form of the last signed checkpoint with a lower head, proof included.',
  needs: { checkpointSeries },
  judge: ({ checkpointSeries: series }) => {
    const [first, second] = series;
    const before = first?.checked;
    const after = second?.checked;
    if (second === undefined || before === undefined || after === undefined)
      return notTested('evidence-missing', 'the checkpoint could not be read twice');
    const isSameHead = before.epoch === after.epoch && before.position === after.position;
    if (isSameHead)
      return before.previous === after.previous
        ? notTested(
            'out-of-sight',
            'the feed did not change during the run; two looks at its head name the same one before',
          )
        : failed([
            whereIn(second, 'previous', 'previous differs from what the checkpoint of the same head named before'),
          ]);
    const { previous } = after;
    if (previous === null)
      return failed([whereIn(second, 'previous', 'previous is null, and there was a checkpoint before')]);
    // Somebody else may have asked in between; but no later one skips a checkpoint that was given out.
    return previous === before.previous
      ? failed([
          whereIn(second, 'previous', 'previous names what the checkpoint before named, and so leaves that one out'),
        ])
      : previous === checkpointHash(before)
        ? passed('two checkpoints that follow each other')
        : notTested('out-of-sight', 'others asked for checkpoints in between');
  },
});
