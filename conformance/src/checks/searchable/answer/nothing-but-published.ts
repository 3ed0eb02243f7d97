import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { nearPartsOf, offersOf, placesOf } from '../parts.ts';

/** SRCH-009: Nothing but what is published. */
export const nothingButPublished: Check = defineCheck({
  name: 'nothing-but-published',
  requirement: 'SRCH-009',
  title: 'Answers name live things only',
  fault: 'An id in an answer is not that of a live thing, or not of the node that origin names.',
  consumerLoses: 'Askers are sent to what does not exist, or is somebody else’s.',
  whatToDo: 'Answer from the published things, and take out of the index what is deleted.',
  needs: { publisher, searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers', asked, ({ exchange, answer }) => {
      const ids = [
        ...nearPartsOf(answer).map(({ pointer, part }) => [`${pointer}/id`, part.id] as const),
        ...offersOf(answer).map(({ pointer, part }) => [`${pointer}/product`, part.product] as const),
        ...placesOf(answer).map(({ pointer, part }) => [`${pointer}/id`, part.id] as const),
      ];
      const dead = ids.flatMap(([pointer, id]) => {
        const thing = things.get(id);
        return thing?.state === 'absent'
          ? [atPointer(exchange, pointer, `${id} is not live: its address answers ${thing.status}`)]
          : [];
      });
      const foreign = nearPartsOf(answer)
        .filter(({ part }) => !part.id.startsWith(`${part.origin.url.replace(/\/$/, '')}/`))
        .map(({ pointer, part }) =>
          atPointer(exchange, `${pointer}/origin`, `${part.id} is not of ${part.origin.url}, which origin names`),
        );
      return [...dead, ...foreign];
    }),
});
