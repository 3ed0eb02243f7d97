import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { textOf } from '../../../evidence/search/thing-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf } from '../parts.ts';

/** SRCH-011: Seen when. */
export const seenWhen: Check = defineCheck({
  name: 'seen-when',
  requirement: 'SRCH-011',
  title: 'Offers say when they were last seen',
  fault: 'seenAt is not the later of observedAt and the last complete delivery of the source.',
  consumerLoses: 'People can not tell fresh stock from old, or take what is fresh for stale.',
  whatToDo: 'Take the later of the offer’s observedAt and its source’s lastCompleteDelivery.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with offers that were seen', asked, ({ exchange, answer }) => {
      const known = offersOf(answer).flatMap(({ pointer, part }) => {
        const offer = things.get(part.id);
        const source = offer?.state === 'live' ? things.get(textOf(offer.data, 'source')) : undefined;
        if (offer?.state !== 'live' || source?.state !== 'live') return [];
        const times = [textOf(offer.data, 'observedAt'), textOf(source.data, 'lastCompleteDelivery')]
          .map((time) => Date.parse(time))
          .filter((time) => !Number.isNaN(time));
        return times.length === 0 ? [] : [{ pointer, said: part.seenAt, expected: Math.max(...times) }];
      });
      if (known.length === 0) return undefined;
      return known
        .filter(({ said, expected }) => Date.parse(said) !== expected)
        .map(({ pointer, said, expected }) =>
          atPointer(exchange, `${pointer}/seenAt`, `${said} instead of ${new Date(expected).toISOString()}`),
        );
    }),
});
