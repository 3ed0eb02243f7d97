import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { nearPartsOf } from '../parts.ts';

/** SRCH-023: No point, no distance. */
export const noPointNoDistance: Check = defineCheck({
  name: 'no-point-no-distance',
  requirement: 'SRCH-023',
  title: 'Without a point nothing has a distance',
  fault: 'An answer without where carries distances, or marks something as farther.',
  consumerLoses: 'People are told distances from somewhere that they are not.',
  whatToDo: 'Leave distanceMetres out, and farther false, where the search has no point.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers without a point', asked, ({ exchange, answer }) => {
      if (answer.where !== undefined || answer.results.length === 0) return undefined;
      return nearPartsOf(answer)
        .filter(({ part }) => part.distanceMetres !== undefined || part.farther)
        .map(({ pointer }) => atPointer(exchange, pointer, 'a distance, or farther, and the search has no point'));
    }),
});
