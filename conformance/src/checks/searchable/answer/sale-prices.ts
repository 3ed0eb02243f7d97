import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf } from '../parts.ts';

/** SRCH-012: Sale prices while they count. */
export const salePrices: Check = defineCheck({
  name: 'sale-prices',
  requirement: 'SRCH-012',
  title: 'Sale prices are there while they count',
  fault: 'An offer has a sale price before or after it counts, or lacks it while it does.',
  consumerLoses: 'People come for a price that is no longer so, or miss one that is.',
  whatToDo: 'Compare saleFrom and saleThrough with the instant of the search.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with offers that state a sale price', asked, ({ exchange, answer }) => {
      const at = Date.parse(answer.at);
      const known = offersOf(answer).flatMap(({ pointer, part }) => {
        const offer = things.get(part.id);
        if (offer?.state !== 'live' || (offer.data['salePrice'] === undefined && part.salePrice === undefined))
          return [];
        const { salePrice, saleFrom, saleThrough } = offer.data;
        const counts =
          (typeof saleFrom !== 'string' || Date.parse(saleFrom) <= at) &&
          (typeof saleThrough !== 'string' || at <= Date.parse(saleThrough));
        return [{ pointer, said: part.salePrice, expected: counts ? salePrice : undefined }];
      });
      if (known.length === 0) return undefined;
      return known
        .filter(({ said, expected }) => said !== expected)
        .map(({ pointer, said, expected }) =>
          atPointer(exchange, `${pointer}/salePrice`, `${shown(said)} instead of ${shown(expected)} at ${answer.at}`),
        );
    }),
});
