import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { textOf } from '../../../evidence/search/thing-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-018: No events that are over. */
export const noEventsOver: Check = defineCheck({
  name: 'no-events-over',
  requirement: 'SRCH-018',
  title: 'Events that are over are not found',
  fault: 'An answer has an event that ended before it was asked for.',
  consumerLoses: 'People come too late.',
  whatToDo: 'Leave out events whose endDate is before at.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with events', asked, ({ exchange, answer }) => {
      const events = resultsOf(answer).flatMap(({ pointer, part }) => {
        if (part.type !== 'event') return [];
        const event = things.get(part.id);
        const ended = event?.state === 'live' ? textOf(event.data, 'endDate') : '';
        return [{ pointer, end: ended === '' ? part.endDate : ended }];
      });
      if (events.length === 0) return undefined;
      return events
        .filter(({ end }) => end !== undefined && Date.parse(end) < Date.parse(answer.at))
        .map(({ pointer, end }) => atPointer(exchange, pointer, `an event that ended at ${end}`));
    }),
});
