import { refusedQuestions } from '../../../evidence/search/refused-questions.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { refusalFaults } from './refusal-faults.ts';

/** SRCH-004: Nothing is clamped in silence. */
export const nothingClamped: Check = defineCheck({
  name: 'nothing-clamped',
  requirement: 'SRCH-004',
  title: 'What is out of its limits is refused, and named',
  fault: 'A wrong parameter is taken, or not named in errors; or one at its limit is refused.',
  consumerLoses: 'Askers get the answer to another question than theirs, and do not know it.',
  whatToDo: 'Answer 400 as application/problem+json, with all wrong parameters in errors at once.',
  needs: { refusedQuestions },
  judge: ({ refusedQuestions: asked }) =>
    judgeEach('questions at and beyond the limits', asked, ({ wrong, exchange }) => {
      if (wrong.length > 0) return refusalFaults(exchange, wrong);
      const { status } = exchange.answer;
      return status === 400
        ? [atStatus(exchange, `status 400, and every parameter is at its limit: ${exchange.url.slice(0, 200)}`)]
        : [];
    }),
});
