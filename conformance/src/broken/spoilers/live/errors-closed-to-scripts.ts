import type { Spoiler } from '../../spoiler.ts';

/** Scripts may not read what went wrong. */
export const errorsClosedToScripts: Spoiler = {
  name: 'errors-closed-to-scripts',
  class: 'publisher-live',
  fails: ['open-to-scripts'],
  response(response) {
    if (response.status === 404) response.headers.delete('access-control-allow-origin');
    return response;
  },
};
