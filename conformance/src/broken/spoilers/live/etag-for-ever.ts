import type { Spoiler } from '../../spoiler.ts';

const tag = '"checkpoint"';

/** The checkpoint has one ETag for ever. */
export const etagForEver: Spoiler = {
  name: 'etag-for-ever',
  class: 'publisher-live',
  fails: ['etags-differ'],
  response(response, { url, headers }) {
    if (url.pathname !== '/feed/checkpoint') return response;
    response.headers.set('etag', tag);
    return headers.get('if-none-match') === tag
      ? new Response(null, { status: 304, headers: response.headers })
      : response;
  },
};
