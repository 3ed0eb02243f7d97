import type { Spoiler } from '../../spoiler.ts';

/** HEAD is refused. */
export const headNotAnswered: Spoiler = {
  name: 'head-not-answered',
  class: 'publisher-live',
  fails: ['head-as-get'],
  response: (response, { method }) =>
    method === 'HEAD' ? new Response(null, { status: 405, headers: response.headers }) : response,
};
