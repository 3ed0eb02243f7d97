import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf } from '../parts.ts';

const ways: Readonly<Record<string, 'Buy' | 'Reserve' | 'OrderIn'>> = {
  buy: 'Buy',
  reserve: 'Reserve',
  'order-in': 'OrderIn',
};

/** SRCH-030: How to get it. */
export const howToGetIt: Check = defineCheck({
  name: 'how-to-get-it',
  requirement: 'SRCH-030',
  title: 'Only offers that can be had in that way',
  fault: 'With fulfilment, an offer is given that can not be had in that way.',
  consumerLoses: 'People come to take with them what must be ordered.',
  whatToDo: 'Filter offers by fulfilment.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with fulfilment', asked, ({ question, exchange, answer }) => {
      const way = ways[question['fulfilment'] ?? ''];
      const offers = offersOf(answer);
      if (way === undefined || offers.length === 0) return undefined;
      return offers
        .filter(({ part }) => part.fulfilment?.includes(way) !== true)
        .map(({ pointer }) => atPointer(exchange, `${pointer}/fulfilment`, `no ${way}, which was asked`));
    }),
});
