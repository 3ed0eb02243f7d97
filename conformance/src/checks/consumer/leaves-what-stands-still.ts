import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough, missedSecondVisit } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { standStill } from '../../consumer/bodies.ts';
import { atStatus } from '../finding.ts';
import { failed } from '../verdict.ts';

/** CONS-017: What stands still is left. */
export const leavesWhatStandsStill: ConsumerCheck = defineConsumerCheck({
  name: 'leaves-what-stands-still',
  requirement: 'CONS-017',
  title: 'What stands still is left',
  fault: 'It waited for more than a minute for an answer that stood still.',
  consumerLoses: 'One connection that hangs, and it never sees anything new again.',
  whatToDo: 'Give up an answer of which nothing came for half a minute, and ask again.',
  scenario: troubleAtSecondVisit('stalled', {
    answer: ({ times }, right, { clock, limits }) =>
      times === 1 ? standStill(right(), clock, 2 * limits.visitMs) : undefined,
  }),
  judge(story) {
    const missed = missedSecondVisit(story);
    if (missed !== undefined) return missed;
    const isOverdue = story.visits[1]?.overdue === true;
    const waiting = story.exchanges.find(
      ({ visit, atMs, endedAtMs = atMs }) => visit === 2 && (isOverdue || endedAtMs - atMs > story.limits.stillMsMax),
    );
    if (waiting !== undefined) return failed([atStatus(waiting, 'it was still waiting after a minute')]);
    return cameThrough(story, 'an answer that stood still');
  },
});
