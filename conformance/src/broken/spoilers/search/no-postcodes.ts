import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** Postcodes are not known. */
export const noPostcodes: Spoiler = {
  name: 'no-postcodes',
  class: 'searchable',
  fails: ['postcodes-and-towns'],
  answer: (answer, { url }) =>
    answer.status === 200 && /^\d{4} ?[a-z]{2}$/i.test(url.searchParams.get('near') ?? '')
      ? {
          ...problem(400, 'Nobody knows where that is.'),
          ...(answer.headers === undefined ? {} : { headers: answer.headers }),
        }
      : answer,
};
