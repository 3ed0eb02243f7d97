import { hardQuestions } from '../../../evidence/search/refused-questions.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-006: Any bytes. */
export const anyBytes: Check = defineCheck({
  name: 'any-bytes',
  requirement: 'SRCH-006',
  title: 'No bytes in a question break the search',
  fault: 'A question in unexpected bytes gets a status of 500 or above.',
  consumerLoses: 'Whoever types something odd gets an error; whoever means harm finds a way in.',
  whatToDo: 'Read parameters as bytes that may be anything, and refuse with 400 what can not be read.',
  needs: { hardQuestions },
  judge: ({ hardQuestions: asked }) =>
    judgeEach('questions in odd bytes', asked, ({ query, exchange }) => {
      const { status, headers } = exchange.answer;
      if (status < 500) return [];
      if (status !== 503) return [atStatus(exchange, `status ${status} for ?${query.slice(0, 100)}`)];
      return headers.has('retry-after') ? [] : [atHeader(exchange, 'retry-after', 'status 503 without Retry-After')];
    }),
});
