import type { Spoiler } from '../../spoiler.ts';

/** Scripts of other sites can not read WebFinger. */
export const fingerClosedToScripts: Spoiler = {
  name: 'finger-closed-to-scripts',
  class: 'federated',
  fails: ['web-finger-open'],
  response(response, { url }) {
    if (url.pathname === '/.well-known/webfinger') response.headers.delete('access-control-allow-origin');
    return response;
  },
};
