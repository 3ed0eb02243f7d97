import { description } from '../../../evidence/description.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';

/** SRCH-020: Licence. */
export const answerLicence: Check = defineCheck({
  name: 'answer-licence',
  requirement: 'SRCH-020',
  title: 'Answers carry the licence',
  fault: 'The licence of an answer is not that of the description.',
  consumerLoses: 'Nobody knows whether the answer may be shown elsewhere.',
  whatToDo: 'Put the licence of the description into each answer.',
  needs: { description, searches },
  judge: ({ description: { json }, searches: asked }) =>
    judgeAnswers('answers', asked, ({ exchange, answer }) =>
      answer.license === json['license']
        ? []
        : [atPointer(exchange, '/license', `${answer.license}, in the description ${shown(json['license'])}`)],
    ),
});
