import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { isObject, type JsonObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { atPlaceOf } from '../parts.ts';

const dayMs = 86_400_000;

/** Whether a place is open, where no clock and no holiday can make a difference. */
const surely = (place: JsonObject, at: number): 'open' | 'closed' | undefined => {
  const closures = place['specialOpeningHoursSpecification'];
  if (!Array.isArray(closures)) return place['openingHours'] === '24/7' ? 'open' : undefined;
  // A day from either end no time zone matters.
  const isClosed = (closures as readonly unknown[]).some(
    (closure) =>
      isObject(closure) &&
      Date.parse(String(closure['validFrom'])) + dayMs <= at &&
      at <= Date.parse(String(closure['validThrough'])) - dayMs,
  );
  return isClosed && place['openingHours'] !== 'unknown' ? 'closed' : undefined;
};

/** SRCH-025: Open. */
export const openAsStated: Check = defineCheck({
  name: 'open-as-stated',
  requirement: 'SRCH-025',
  title: 'What is open or closed without doubt is told so',
  fault: 'A place that never closes is not open, or one in a closure is.',
  consumerLoses: 'People stay away from open doors, or stand before closed ones.',
  whatToDo: 'Reckon with opening hours and closures of the place, in its own time zone.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers(
      'answers with places that are open or closed without doubt',
      asked,
      ({ question, exchange, answer }) => {
        if (question['open'] === undefined) return undefined;
        const at = Date.parse(answer.at);
        const sure = atPlaceOf(answer).flatMap(({ pointer, part }) => {
          if (!('open' in part) || part.open === undefined || ('type' in part && part.type === 'parcel-point'))
            return [];
          const place = part.place === undefined ? undefined : things.get(part.place.id);
          const expected = place?.state === 'live' ? surely(place.data, at) : undefined;
          return expected === undefined ? [] : [{ pointer, said: part.open.state, expected }];
        });
        if (sure.length === 0) return undefined;
        return sure
          .filter(({ said, expected }) => said !== expected)
          .map(({ pointer, said, expected }) =>
            atPointer(exchange, `${pointer}/open`, `${said}, and it is ${expected} at ${answer.at}`),
          );
      },
    ),
});
