import { sameQuestion } from '../../../evidence/search/same-question.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-036: The same for everyone. */
export const sameForEveryone: Check = defineCheck({
  name: 'same-for-everyone',
  requirement: 'SRCH-036',
  title: 'Everybody gets the same order',
  fault: 'The same question gets other results, or another order, by who asks it.',
  consumerLoses: 'People are sorted, and shops with them.',
  whatToDo: 'Answer from the question and the facts only.',
  needs: { sameQuestion },
  judge: ({ sameQuestion: { first, others } }) =>
    judgeEach(
      'askings of one question',
      others.map(({ who, asked }) => ({ who, answer: asked.answer, exchange: asked.exchange })),
      ({ who, answer, exchange }) => {
        // Another minute is another question.
        if (answer === undefined || first.answer === undefined || answer.at !== first.answer.at) return undefined;
        const [own, expected] = [answer, first.answer].map(({ results }) => results.map(({ id }) => id).join(' '));
        return own === expected ? [] : [atPointer(exchange, '/results', `other results, or another order, for ${who}`)];
      },
    ),
});
