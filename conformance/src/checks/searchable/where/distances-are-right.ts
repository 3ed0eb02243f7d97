import { geodesicMetres } from '../../../evidence/search/geodesic.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { atPlaceOf, resultsOf } from '../parts.ts';

const isNear = (said: number | undefined, expected: number): boolean =>
  said !== undefined && Math.abs(said - expected) <= expected * 0.001 + 1;

/** SRCH-021: Distances are right. */
export const distancesAreRight: Check = defineCheck({
  name: 'distances-are-right',
  requirement: 'SRCH-021',
  title: 'Distances are right',
  fault: 'distanceMetres is not the geodesic distance on WGS84 between the point in where and that of the place.',
  consumerLoses: 'What is near looks far, and the other way round.',
  whatToDo: 'Reckon with an ellipsoidal geodesic; vectors/distance.json has examples.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers around a point', asked, ({ exchange, answer }) => {
      const { where } = answer;
      if (where === undefined || answer.results.length === 0) return undefined;
      const wrong = atPlaceOf(answer).flatMap(({ pointer, part }) => {
        const point = part.place ?? ('latitude' in part ? part : undefined);
        if (point === undefined) return [];
        const expected = geodesicMetres(where, point);
        return isNear(part.distanceMetres, expected)
          ? []
          : [
              atPointer(
                exchange,
                `${pointer}/distanceMetres`,
                `${part.distanceMetres ?? 'no distance'} instead of ${expected.toFixed(1)}`,
              ),
            ];
      });
      // A product is where its offers are.
      const products = resultsOf(answer).flatMap(({ pointer, part }) =>
        part.type === 'product' &&
        part.moreOffers === 0 &&
        !part.offers.some(({ distanceMetres }) => isNear(part.distanceMetres, distanceMetres ?? Number.NaN))
          ? [atPointer(exchange, `${pointer}/distanceMetres`, 'the distance of none of its offers')]
          : [],
      );
      return [...wrong, ...products];
    }),
});
