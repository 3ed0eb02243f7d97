import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { nothingNew } from '../../consumer/scenarios/nothing-new.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny, inapplicable } from '../verdict.ts';

/** CONS-012: Not modified is an answer. */
export const takesNotModified: ConsumerCheck = defineConsumerCheck({
  name: 'takes-not-modified',
  requirement: 'CONS-012',
  title: 'Not modified is an answer',
  fault: 'It did not go on as before after 304.',
  consumerLoses: 'What it holds is lost or read anew each time that nothing has changed.',
  whatToDo: 'Take 304 as an empty page: keep what you hold, and the same `next`.',
  scenario: nothingNew,
  judge(story) {
    const met = story.exchanges.find(({ status }) => status === 304);
    if (met === undefined) return inapplicable('it never asked in a way that 304 answers');
    const later = story.exchanges.filter(({ id, url }) => id > met.id && url === story.start);
    return failedIfAny(
      [
        ...later.map((exchange) => atStatus(exchange, 'after 304 it asked for the first page')),
        ...story.visits.flatMap((_, at) => (at + 1 < met.visit ? [] : digestFindings(story, at + 1))),
      ],
      'a visit that ended with 304, and one after it that had news',
    );
  },
});
