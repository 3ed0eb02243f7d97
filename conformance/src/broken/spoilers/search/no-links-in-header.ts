import type { Spoiler } from '../../spoiler.ts';

/** The links stand in the linkset only. */
export const noLinksInHeader: Spoiler = {
  name: 'no-links-in-header',
  class: 'searchable',
  fails: ['links-in-header'],
  response(response, { url }) {
    if (url.pathname.startsWith('/01/')) response.headers.delete('link');
    return response;
  },
};
