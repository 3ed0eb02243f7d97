import type { Spoiler } from '../../spoiler.ts';

/** What is held already is sent again. */
export const alwaysAnew: Spoiler = {
  name: 'always-anew',
  class: 'publisher-live',
  fails: ['not-modified'],
  response: (response) =>
    response.status === 304 ? new Response('{}', { status: 200, headers: response.headers }) : response,
};
