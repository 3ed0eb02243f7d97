import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf } from '../parts.ts';

const gone: readonly string[] = ['OutOfStock', 'Discontinued'];
/** What must not be given, by what was asked. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  'in-stock': [...gone, 'Unknown', 'PreOrder', 'BackOrder', 'MadeToOrder'],
  orderable: [...gone, 'Unknown'],
  unsaid: gone,
};

/** SRCH-027: In stock. */
export const inStock: Check = defineCheck({
  name: 'in-stock',
  requirement: 'SRCH-027',
  title: 'Only what can be had as asked',
  fault: 'An offer is given whose availability was not asked for.',
  consumerLoses: 'People come for what is not there.',
  whatToDo: 'Filter offers by availability, as the table of the spec says.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with offers', asked, ({ question, exchange, answer }) => {
      const { availability = 'unsaid' } = question;
      const offers = offersOf(answer);
      if (availability === 'any' || offers.length === 0) return undefined;
      return offers
        .filter(({ part }) => excluded[availability]?.includes(part.availability))
        .map(({ pointer, part }) =>
          atPointer(
            exchange,
            `${pointer}/availability`,
            `${part.availability} with ${availability === 'unsaid' ? 'no availability asked' : availability}`,
          ),
        );
    }),
});
