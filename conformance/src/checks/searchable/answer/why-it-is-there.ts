import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-019: Why. */
export const whyItIsThere: Check = defineCheck({
  name: 'why-it-is-there',
  requirement: 'SRCH-019',
  title: 'Each result says why it is there',
  fault: 'A result has no why, or one without words.',
  consumerLoses: 'People can not see why they are shown this, and must trust that nobody paid for it.',
  whatToDo: 'Give each result at least one why with a code and words.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with results', asked, ({ exchange, answer }) => {
      if (answer.results.length === 0) return undefined;
      return resultsOf(answer)
        .filter(({ part }) => part.why.length === 0 || part.why.some(({ text }) => text.trim() === ''))
        .map(({ pointer }) => atPointer(exchange, `${pointer}/why`, 'no why, or one without words'));
    }),
});
