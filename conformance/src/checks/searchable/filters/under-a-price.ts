import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf } from '../parts.ts';

/** SRCH-028: Under a price. */
export const underAPrice: Check = defineCheck({
  name: 'under-a-price',
  requirement: 'SRCH-028',
  title: 'Nothing above the price that was asked',
  fault: 'With priceMax, an offer costs more, or has no price in that currency.',
  consumerLoses: 'People are shown what they can not pay.',
  whatToDo: 'Compare the sale price where it counts, else the price, as decimals and in the currency asked.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with priceMax', asked, ({ question, exchange, answer }) => {
      const { priceMax, currency = 'EUR' } = question;
      const offers = offersOf(answer);
      if (priceMax === undefined || offers.length === 0) return undefined;
      return offers
        .filter(({ part }) => {
          const price = part.salePrice ?? part.price;
          return price === undefined || part.priceCurrency !== currency || Number(price) > Number(priceMax);
        })
        .map(({ pointer, part }) =>
          atPointer(
            exchange,
            `${pointer}/price`,
            `${part.salePrice ?? part.price ?? 'no price'} ${part.priceCurrency ?? ''} for at most ${priceMax} ${currency}`,
          ),
        );
    }),
});
