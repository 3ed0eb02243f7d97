import { checkpointSeries } from '../../../evidence/checkpoints.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny, inapplicable, notTested } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

/** CHK-011: Checkpoints don't go back. */
export const checkpointsGrow: Check = defineCheck({
  name: 'checkpoints-grow',
  requirement: 'CHK-011',
  title: "Checkpoints don't go back",
  fault: 'A later checkpoint of the same epoch has a lower position, or an earlier time.',
  consumerLoses: 'Readers begin anew without need, or take an old state for the new one.',
  whatToDo: 'Never sign a checkpoint below the last one; renew the epoch when you restore a backup.',
  needs: { checkpointSeries },
  judge: ({ checkpointSeries: series }) => {
    const [first, second] = series;
    if (first?.checked === undefined || second?.checked === undefined)
      return notTested('evidence-missing', 'the checkpoint could not be read twice');
    const [before, after] = [first.checked, second.checked];
    if (before.epoch !== after.epoch) return inapplicable('the epoch is another');
    const findings = [
      ...(after.position < before.position
        ? [whereIn(second, 'position', `position is ${after.position}, and was ${before.position} before`)]
        : []),
      ...(Date.parse(after.time) < Date.parse(before.time)
        ? [whereIn(second, 'time', `time is ${after.time}, and was ${before.time} before`)]
        : []),
    ];
    if (findings.length === 0 && after.position === before.position && after.time === before.time)
      return inapplicable('the head did not move while it was tested');
    return failedIfAny(findings, `checkpoints at the positions ${before.position} and ${after.position}`);
  },
});
