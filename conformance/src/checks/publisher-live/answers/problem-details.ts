import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeEach } from '../../judge-each.ts';
import { problemFindings } from '../../problem-findings.ts';

/** LIVE-014: Errors are problem details. */
export const problemDetails: Check = defineCheck({
  name: 'problem-details',
  requirement: 'LIVE-014',
  title: 'Errors are problem details',
  fault: 'An error is not application/problem+json with type, title and status.',
  consumerLoses: 'Programs can not tell their users what went wrong.',
  whatToDo: 'Answer errors as RFC 9457 says.',
  needs: { errorAnswers },
  judge: ({ errorAnswers: asked }) =>
    judgeEach('errors', asked, ({ exchange }) =>
      exchange.answer.status < 400 ? undefined : problemFindings(exchange),
    ),
});
