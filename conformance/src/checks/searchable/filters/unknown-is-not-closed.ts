import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { atPlaceOf } from '../parts.ts';

/** SRCH-026: Unknown is not closed. */
export const unknownIsNotClosed: Check = defineCheck({
  name: 'unknown-is-not-closed',
  requirement: 'SRCH-026',
  title: 'Unknown hours are unknown',
  fault: 'A place whose hours are unknown is said to be open or closed.',
  consumerLoses: 'Shops that told no hours are hidden as if they were closed.',
  whatToDo: 'Say unknown where openingHours is unknown.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with places of unknown hours', asked, ({ exchange, answer }) => {
      const unknown = atPlaceOf(answer).flatMap(({ pointer, part }) => {
        if (!('open' in part) || part.open === undefined || ('type' in part && part.type === 'parcel-point')) return [];
        const place = part.place === undefined ? undefined : things.get(part.place.id);
        const isUnknown =
          place?.state === 'live' &&
          place.data['openingHours'] === 'unknown' &&
          place.data['specialOpeningHoursSpecification'] === undefined;
        return isUnknown ? [{ pointer, said: part.open.state }] : [];
      });
      if (unknown.length === 0) return undefined;
      return unknown
        .filter(({ said }) => said !== 'unknown')
        .map(({ pointer, said }) => atPointer(exchange, `${pointer}/open/state`, `${said}, and nobody knows`));
    }),
});
