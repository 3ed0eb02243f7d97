import type { Spoiler } from '../../spoiler.ts';

/** The front page sets a cookie. */
export const cookie: Spoiler = {
  name: 'cookie',
  fails: ['no-cookies'],
  response(response, { url }) {
    if (url.pathname === '/') response.headers.append('set-cookie', 'visitor=8c1f; Path=/');
    return response;
  },
};
