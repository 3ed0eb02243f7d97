import { contradictions } from '../../../evidence/search/refused-questions.ts';
import { isObject } from '../../../json/json-value.ts';
import { parseJson } from '../../../json/parse-json.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-005: Parameters that contradict each other. */
export const contradictionsRefused: Check = defineCheck({
  name: 'contradictions-refused',
  requirement: 'SRCH-005',
  title: 'Questions that make no sense as a whole are refused, and say what to do',
  fault: 'A question whose parameters contradict each other is answered, or refused without a word.',
  consumerLoses: 'Askers believe that they were understood.',
  whatToDo: 'Answer 400 with a detail that says what to ask instead.',
  needs: { contradictions },
  judge: ({ contradictions: asked }) =>
    judgeEach('questions that contradict themselves', asked, ({ what, exchange }) => {
      const { status, body } = exchange.answer;
      if (status !== 400) return [atStatus(exchange, `status ${status} for ${what}`)];
      const parsed = parseJson(body);
      const detail = parsed.ok && isObject(parsed.value) ? parsed.value['detail'] : undefined;
      return typeof detail === 'string' && detail !== ''
        ? []
        : [atPointer(exchange, '/detail', `no detail for ${what}`)];
    }),
});
