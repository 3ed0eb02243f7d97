import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { nearPartsOf } from '../parts.ts';

const minuteMs = 60_000;
/** The minute itself, the time that a request takes, and clocks that differ. */
const nowToleranceMs = 3 * minuteMs;

/** SRCH-025: Open. */
export const openThen: Check = defineCheck({
  name: 'open-then',
  requirement: 'SRCH-025',
  title: 'With open, nothing closed is given',
  fault: 'With open, an answer gives something closed, or counts from another instant than was asked.',
  consumerLoses: 'People stand before closed doors.',
  whatToDo: 'Leave out what is closed at that instant, and say the instant in at.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with open', asked, ({ question, exchange, answer }) => {
      const { open } = question;
      if (open === undefined) return undefined;
      const closed = nearPartsOf(answer).filter(
        ({ part }) => 'open' in part && part.open !== undefined && part.open.state === 'closed',
      );
      const at = Date.parse(answer.at);
      const isRight =
        open === 'now'
          ? Math.abs(at - exchange.answer.receivedMs) <= nowToleranceMs && at % minuteMs === 0
          : at === Date.parse(open);
      return [
        ...closed.map(({ pointer }) => atPointer(exchange, `${pointer}/open`, `closed, and open=${open} was asked`)),
        ...(isRight ? [] : [atPointer(exchange, '/at', `${answer.at} for open=${open}`)]),
      ];
    }),
});
