import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { textsOf } from '../../../evidence/search/thing-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-017: Assortment. */
export const assortment: Check = defineCheck({
  name: 'assortment',
  requirement: 'SRCH-017',
  title: 'Places carry what the answer says they carry',
  fault: 'carries names something that the place does not state as a brand or category that it carries.',
  consumerLoses: 'People go to a shop for something that it never said it has.',
  whatToDo: 'Take carries from brandCarried and categoryCarried only.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with places that carry something', asked, ({ exchange, answer }) => {
      const known = resultsOf(answer).flatMap(({ pointer, part }) => {
        const place = part.type === 'place' && part.carries !== undefined ? things.get(part.place.id) : undefined;
        if (part.type !== 'place' || place?.state !== 'live') return [];
        const stated = textsOf([place.data['brandCarried'], place.data['categoryCarried']]);
        return [{ pointer, foreign: (part.carries ?? []).filter((one) => !stated.includes(one)) }];
      });
      if (known.length === 0) return undefined;
      return known.flatMap(({ pointer, foreign }) =>
        foreign.map((one) =>
          atPointer(exchange, `${pointer}/carries`, `the place does not say that it carries “${one}”`),
        ),
      );
    }),
});
