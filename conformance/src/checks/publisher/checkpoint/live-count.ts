import { checkpoints } from '../../../evidence/checkpoints.ts';
import { walk } from '../../../evidence/walk.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failed, passed } from '../../verdict.ts';
import { headToCompare, isCompared } from './head-to-compare.ts';
import { whereIn } from './where-in.ts';

/** CHK-006: The number of live things. */
export const liveCount: Check = defineCheck({
  name: 'live-count',
  requirement: 'CHK-006',
  title: 'The number of live things',
  fault: 'live is not the number of things that a reader holds that walked to the head.',
  consumerLoses: "Readers begin anew again and again, or believe that they have all when they don't.",
  whatToDo: 'Count the things whose newest state is an update.',
  needs: { checkpoints, walk },
  judge: ({ checkpoints: all, walk: walked }) => {
    const head = headToCompare(walked, all);
    if (!isCompared(head)) return head;
    const { live } = head.seen.json;
    return live === head.held.live
      ? passed(`${head.held.live} live things`)
      : failed([whereIn(head.seen, 'live', `live is ${shown(live)}, and the walk came to ${head.held.live}`)]);
  },
});
