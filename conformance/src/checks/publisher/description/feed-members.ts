import { description } from '../../../evidence/description.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-008: It says where the feed is. */
export const feedMembers: Check = defineCheck({
  name: 'feed-members',
  requirement: 'DESC-008',
  title: 'It says where the feed is',
  fault: 'feed lacks id, start, checkpointUrl, epoch or tombstoneDays, or they are not what they should be.',
  consumerLoses: 'A reader does not know where to begin, what to compare with, and how long it may stay away.',
  whatToDo: 'Give feed its id, start, checkpointUrl, epoch and tombstoneDays.',
  needs: { description },
  judge: ({ description: described }) =>
    failedIfAny(
      // The templates belong to LIVE-018 and LIVE-019.
      modelFindings(
        described,
        ([first, second]) => first === 'feed' && !['feedFrom', 'feedAfter'].includes(String(second)),
      ),
      'feed',
    ),
});
