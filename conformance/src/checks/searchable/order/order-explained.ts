import { rankingAnswers } from '../../../evidence/search/ranking-answers.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { failedIfAny, unanswered } from '../../verdict.ts';

const tolerance = 0.000_001;

/** SRCH-032: The order is explained. */
export const orderExplained: Check = defineCheck({
  name: 'order-explained',
  requirement: 'SRCH-032',
  title: 'The order is explained, to people and to programs',
  fault:
    'The page at ranking does not say in words what moves a result, or its JSON is not a SearchRanking whose weights add up to 1.',
  consumerLoses: 'Nobody can see what moves a result.',
  whatToDo: 'Serve a page and JSON at the address in ranking, with all terms and their weights.',
  needs: { rankingAnswers },
  judge: ({ rankingAnswers: { page, json, ranking } }) => {
    if (page.answer === undefined) return unanswered(page);
    if (json.answer === undefined) return unanswered(json);
    const text = page.answer.body.toString('utf8').replaceAll(/<[^>]*>/g, ' ');
    const hasWords = page.answer.status === 200 && mediaTypeOf(page.answer) === 'text/html' && /\p{L}{3}/u.test(text);
    const sum = ranking?.terms.reduce((total, { weight }) => total + weight, 0);
    return failedIfAny(
      [
        ...(hasWords ? [] : [atStatus(page, `status ${page.answer.status}, and no page in words`)]),
        ...(ranking === undefined ? [atPointer(json, '', 'it is not what SearchRanking says')] : []),
        ...(sum === undefined || Math.abs(sum - 1) <= tolerance
          ? []
          : [atPointer(json, '/terms', `the weights add up to ${sum}`)]),
      ],
      `${ranking?.terms.length ?? 0} terms`,
    );
  },
});
