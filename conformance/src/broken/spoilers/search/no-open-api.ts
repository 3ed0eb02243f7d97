import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** Nothing describes the search for programs. */
export const noOpenApi: Spoiler = {
  name: 'no-open-api',
  class: 'searchable',
  fails: ['described-for-programs'],
  answer: (answer, { url }) => (url.pathname === '/openapi.json' ? problem(404, 'There is nothing here.') : answer),
};
