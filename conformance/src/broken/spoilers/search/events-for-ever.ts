import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { eachResult } from './change-answer.ts';

const over = `${tinyOrigin}/events/voorbij`;

/** An event that is over is found. */
export const eventsForEver: Spoiler = {
  name: 'events-for-ever',
  class: 'searchable',
  fails: ['no-events-over'],
  found: (answer) =>
    eachResult(answer, (result) =>
      result['type'] === 'event'
        ? {
            ...result,
            id: over,
            name: 'Gratis proeverij',
            startDate: '2026-03-01T10:00:00+01:00',
            endDate: '2026-03-01T12:00:00+01:00',
          }
        : result,
    ),
  answer: (answer, { url }) =>
    url.pathname === '/search'
      ? { ...answer, body: answer.body.replaceAll(`${tinyOrigin}/events/de-ketting.fietskeuring`, over) }
      : answer,
};
