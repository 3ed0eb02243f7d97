import { checkpoints } from '../../../evidence/checkpoints.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

const utcPattern = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]00:00)$/;
/** How far ahead a clock may be. */
const aheadMsMax = 60_000;

/** CHK-007: The time of a checkpoint. */
export const checkpointTime: Check = defineCheck({
  name: 'checkpoint-time',
  requirement: 'CHK-007',
  title: 'The time of a checkpoint',
  fault: 'time is no RFC 3339 date-time in UTC, or lies in the future.',
  consumerLoses: "Readers can't tell how old the checkpoint is, and whether its key counted then.",
  whatToDo: 'Write the time at which the checkpoint was made, in UTC, with Z; set the clock.',
  needs: { checkpoints },
  judge: ({ checkpoints: all }) => {
    if (all.length === 0) return notTested('evidence-missing', 'no checkpoint was met');
    const findings = all.flatMap((seen): readonly Finding[] => {
      const { time } = seen.json;
      // That there is none at all is for CHK-002.
      if (typeof time !== 'string') return [];
      if (!utcPattern.test(time) || Number.isNaN(Date.parse(time)))
        return [whereIn(seen, 'time', `time is ${shown(time)}, no RFC 3339 date-time in UTC`)];
      return Date.parse(time) > seen.receivedMs + aheadMsMax
        ? [whereIn(seen, 'time', `time is ${shown(time)}, and it is ${new Date(seen.receivedMs).toISOString()}`)]
        : [];
    });
    return failedIfAny(findings, `${all.length} checkpoints`);
  },
});
