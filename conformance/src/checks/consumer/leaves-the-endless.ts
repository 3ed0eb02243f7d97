import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough, missedSecondVisit } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { goOn } from '../../consumer/bodies.ts';
import { atStatus } from '../finding.ts';
import { failed } from '../verdict.ts';

/** CONS-018: Answers have a limit. */
export const leavesTheEndless: ConsumerCheck = defineConsumerCheck({
  name: 'leaves-the-endless',
  requirement: 'CONS-018',
  title: 'Answers have a limit',
  fault: 'It took more of one answer than any page can need.',
  consumerLoses: 'One publisher with a fault, or with bad intent, fills its memory and stops it for all others.',
  whatToDo: 'Count the bytes of a body, after decompression, while they come in, and leave what is too large.',
  scenario: troubleAtSecondVisit('endless', {
    answer: ({ times }, right, { limits }) =>
      times === 1 ? goOn(right(), 2 * (limits.answerBytesMax + limits.bufferedBytesMax)) : undefined,
  }),
  judge(story) {
    const missed = missedSecondVisit(story);
    if (missed !== undefined) return missed;
    const { answerBytesMax, bufferedBytesMax } = story.limits;
    const taken = story.exchanges.find(({ bytes }) => bytes > answerBytesMax + bufferedBytesMax);
    return taken === undefined
      ? cameThrough(story, 'an answer that went on for ever')
      : failed([atStatus(taken, `it took ${taken.bytes} bytes of one answer`)]);
  },
});
