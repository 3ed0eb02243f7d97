import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-031: Only one type. */
export const onlyOneType: Check = defineCheck({
  name: 'only-one-type',
  requirement: 'SRCH-031',
  title: 'Only results of the type that was asked',
  fault: 'With type, a result of another type is given.',
  consumerLoses: 'Programs that show one type get others between.',
  whatToDo: 'Filter results by type.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with type', asked, ({ question, exchange, answer }) => {
      const { type } = question;
      if (type === undefined || answer.results.length === 0) return undefined;
      return resultsOf(answer)
        .filter(({ part }) => part.type !== type)
        .map(({ pointer, part }) => atPointer(exchange, `${pointer}/type`, `${part.type} instead of ${type}`));
    }),
});
