import { searchWalk } from '../../../evidence/search/search-walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { inapplicable } from '../../verdict.ts';
import { judgeAnswers } from '../judge-answers.ts';

/** SRCH-040: One instant. */
export const oneInstant: Check = defineCheck({
  name: 'one-instant',
  requirement: 'SRCH-040',
  title: 'All pages count from one instant',
  fault: 'Pages of one walk carry different instants.',
  consumerLoses: 'A place is open on one page and closed on the next; order and hours change between.',
  whatToDo: 'Keep the instant in the cursor.',
  needs: { searchWalk },
  judge: ({ searchWalk: { pages } }) => {
    const [first, ...others] = pages;
    if (first?.answer === undefined || others.length === 0) return inapplicable('the walk has one page');
    const { at } = first.answer;
    return judgeAnswers('further pages', others, ({ exchange, answer }) =>
      answer.at === at ? [] : [atPointer(exchange, '/at', `${answer.at}, on the first page ${at}`)],
    );
  },
});
