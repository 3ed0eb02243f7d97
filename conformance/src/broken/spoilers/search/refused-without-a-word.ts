import type { Spoiler } from '../../spoiler.ts';

/** Some are refused, and not told when to ask again. */
export const refusedWithoutAWord: Spoiler = {
  name: 'refused-without-a-word',
  class: 'searchable',
  fails: ['how-often'],
  response: (response, { url, headers }) =>
    url.pathname === '/search' && headers.has('referer')
      ? new Response('', { status: 429, headers: { 'access-control-allow-origin': '*' } })
      : response,
};
