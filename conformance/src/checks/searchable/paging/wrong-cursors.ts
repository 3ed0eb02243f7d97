import { wrongCursors as cursorAnswers } from '../../../evidence/search/refused-questions.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-041: Cursors that make no sense. */
export const wrongCursors: Check = defineCheck({
  name: 'wrong-cursors',
  requirement: 'SRCH-041',
  title: 'Cursors that make no sense are refused',
  fault: 'A cursor that the publisher did not write for this question does not get 400.',
  consumerLoses: 'Askers get a piece of an answer to another question.',
  whatToDo: 'Tie the cursor to its question, and refuse others with 400.',
  needs: { cursorAnswers },
  judge: ({ cursorAnswers: asked }) =>
    judgeEach('cursors that make no sense', asked, ({ what, exchange }) => {
      const { status } = exchange.answer;
      return status === 400 ? [] : [atStatus(exchange, `status ${status} instead of 400 for ${what}`)];
    }),
});
