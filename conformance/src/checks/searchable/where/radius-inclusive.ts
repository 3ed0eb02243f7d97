import { searchDefaults } from '@openstraat/spec';
import { geodesicMetres } from '../../../evidence/search/geodesic.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { atPlaceOf, resultsOf } from '../parts.ts';

/** Nearer to the edge than this, rounding decides. */
const edgeMetres = 0.01;

/** SRCH-022: The radius is inclusive. */
export const radiusInclusive: Check = defineCheck({
  name: 'radius-inclusive',
  requirement: 'SRCH-022',
  title: 'What is farther than the radius says so, and comes last',
  fault: 'Something within the radius is marked farther, something beyond is not, or it stands before what is nearer.',
  consumerLoses: 'People walk farther than they wanted to, or are told that nothing is near.',
  whatToDo: 'Mark what is beyond the radius, nothing that is at most that far, and put it behind all else.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers around a point', asked, ({ question, exchange, answer }) => {
      const { where } = answer;
      if (where === undefined || answer.results.length === 0) return undefined;
      const radius = Number(question['radius'] ?? searchDefaults.radiusMetres);
      const wrong = atPlaceOf(answer).flatMap(({ pointer, part }) => {
        const point = part.place ?? ('latitude' in part ? part : undefined);
        if (point === undefined) return [];
        const metres = geodesicMetres(where, point);
        if (Math.abs(metres - radius) < edgeMetres || part.farther === metres > radius) return [];
        return [
          atPointer(
            exchange,
            `${pointer}/farther`,
            `farther is ${part.farther} at ${metres.toFixed(1)} m of ${radius}`,
          ),
        ];
      });
      const results = resultsOf(answer);
      const first = results.findIndex(({ part }) => part.farther);
      const late = first === -1 ? [] : results.slice(first).filter(({ part }) => !part.farther);
      return [
        ...wrong,
        ...late.map(({ pointer }) =>
          atPointer(exchange, pointer, 'it is within the radius, and stands behind what is farther'),
        ),
      ];
    }),
});
