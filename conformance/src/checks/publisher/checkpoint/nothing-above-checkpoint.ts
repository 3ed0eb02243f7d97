import { checkpointSeries } from '../../../evidence/checkpoints.ts';
import { walk } from '../../../evidence/walk.ts';
import { isPosition } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failed, inapplicable, notTested, passed } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

/** CHK-005: No entry stands above the checkpoint. */
export const nothingAboveCheckpoint: Check = defineCheck({
  name: 'nothing-above-checkpoint',
  requirement: 'CHK-005',
  title: 'No entry stands above the checkpoint',
  fault: 'The checkpoint stands at a position below an entry that the feed gave out before.',
  consumerLoses: 'Readers that are further than the checkpoint begin anew, without need.',
  whatToDo: 'Take the position of the last change as the head, and make a new checkpoint when it has moved.',
  needs: { checkpointSeries, walk },
  judge: ({ checkpointSeries: series, walk: { replica } }) => {
    const seen = series.at(-1);
    if (seen === undefined || !isPosition(seen.json['position']))
      return notTested('evidence-missing', 'the checkpoint has no position');
    const { position } = seen.json;
    const above = replica.things.values().find((thing) => thing.position > position);
    if (replica.things.size === 0) return inapplicable('the feed is empty');
    return above === undefined
      ? passed(`${replica.things.size} things`)
      : failed([
          whereIn(seen, 'position', `position is ${position}, and ${above.id} was met at ${above.position} before`),
        ]);
  },
});
