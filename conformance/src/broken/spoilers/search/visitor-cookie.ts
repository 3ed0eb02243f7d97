import type { Spoiler } from '../../spoiler.ts';

/** The search sets a cookie. */
export const visitorCookie: Spoiler = {
  name: 'visitor-cookie',
  class: 'searchable',
  fails: ['no-cookies', 'no-traces'],
  response(response, { url }) {
    if (url.pathname === '/search') response.headers.append('set-cookie', 'visitor=1');
    return response;
  },
};
