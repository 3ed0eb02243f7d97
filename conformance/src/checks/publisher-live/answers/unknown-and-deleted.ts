import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-013: Unknown and deleted. */
export const unknownAndDeleted: Check = defineCheck({
  name: 'unknown-and-deleted',
  requirement: 'LIVE-013',
  title: 'Unknown ids get 404, deleted ones 410',
  fault: 'An id that never was does not get 404, or one with a tombstone not 410.',
  consumerLoses:
    'Who holds an id can not tell whether the thing is gone or the address wrong, and keeps what was deleted.',
  whatToDo: 'Answer 410 for ids with a tombstone, 404 for all others that are not live.',
  needs: { errorAnswers },
  judge: ({ errorAnswers: asked }) =>
    judgeEach('unknown and deleted ids', asked, ({ what, expected, exchange }) => {
      if (what !== 'unknown-id' && what !== 'tombstone') return undefined;
      const { status } = exchange.answer;
      return status === expected ? [] : [atStatus(exchange, `status ${status} instead of ${expected}`)];
    }),
});
