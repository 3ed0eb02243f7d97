import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-005: What can't be given. */
export const notAcceptable: Check = defineCheck({
  name: 'not-acceptable',
  requirement: 'LIVE-005',
  title: 'What is asked for in no form that there is gets 406',
  fault: 'A document or the feed answers with a form that Accept excludes.',
  consumerLoses: 'Programs are given what they said they can not read.',
  whatToDo: 'Answer 406 when no form fits Accept.',
  needs: { errorAnswers },
  judge: ({ errorAnswers: asked }) =>
    judgeEach('requests for image/png', asked, ({ what, exchange }) => {
      if (what !== 'no-such-form') return undefined;
      const { status } = exchange.answer;
      return status === 406 ? [] : [atStatus(exchange, `status ${status} instead of 406 for Accept: image/png`)];
    }),
});
