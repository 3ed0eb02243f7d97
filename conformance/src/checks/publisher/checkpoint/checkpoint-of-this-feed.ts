import { checkpoints } from '../../../evidence/checkpoints.ts';
import { walk } from '../../../evidence/walk.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

/** CHK-004: A checkpoint names its feed and epoch. */
export const checkpointOfThisFeed: Check = defineCheck({
  name: 'checkpoint-of-this-feed',
  requirement: 'CHK-004',
  title: 'A checkpoint names its feed and epoch',
  fault: "feed or epoch of a checkpoint is not that of the feed's pages.",
  consumerLoses: 'Readers compare with the state of another feed, or refuse the checkpoint.',
  whatToDo: 'Write the id that the pages carry into feed, and their epoch into epoch.',
  needs: { checkpoints, walk },
  judge: ({ checkpoints: all, walk: { pages, streamIds } }) => {
    if (pages.length === 0 || all.length === 0)
      return notTested('evidence-missing', 'there is no page and checkpoint to compare');
    const epochs = new Set(pages.map(({ epoch }) => epoch));
    const findings = all.flatMap((seen) => [
      ...(streamIds.has(seen.json['feed'])
        ? []
        : [
            whereIn(
              seen,
              'feed',
              `feed is ${shown(seen.json['feed'])}, and the pages are of ${shown([...streamIds][0])}`,
            ),
          ]),
      ...(epochs.has(seen.json['epoch'])
        ? []
        : [
            whereIn(
              seen,
              'epoch',
              `epoch is ${shown(seen.json['epoch'])}, and that of the pages ${shown([...epochs][0])}`,
            ),
          ]),
    ]);
    return failedIfAny(findings, `${all.length} checkpoints`);
  },
});
