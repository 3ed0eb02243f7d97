import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { nearSearches } from '../../../evidence/search/near-searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-007: Postcodes and towns. */
export const postcodesAndTowns: Check = defineCheck({
  name: 'postcodes-and-towns',
  requirement: 'SRCH-007',
  title: 'Postcodes and towns of places are known',
  fault: 'near does not know the postcode or the town of a live place, or the answer does not say where it looked.',
  consumerLoses: 'People who do not share their position can not search near home.',
  whatToDo: 'Learn postcodes and towns from the live places, compare them without case, and say the point in where.',
  needs: { nearSearches, answeredThings },
  judge: ({ nearSearches: all }) =>
    judgeEach(
      'postcodes and towns',
      all.map((one) => ({ ...one, exchange: one.asked.exchange })),
      ({ near, from, asked, exchange }) => {
        const { status } = exchange.answer;
        if (status !== 200) return [atStatus(exchange, `status ${status} for near=${near}, which a live place has`)];
        if (asked.answer === undefined) return undefined;
        const { where } = asked.answer;
        if (where === undefined) return [atPointer(exchange, '/where', `no where for near=${near}`)];
        return where.from === from
          ? []
          : [atPointer(exchange, '/where/from', `${where.from} instead of ${from} for near=${near}`)];
      },
    ),
});
