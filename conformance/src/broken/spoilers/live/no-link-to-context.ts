import type { Spoiler } from '../../spoiler.ts';

/** The page as plain JSON does not link to its context. */
export const noLinkToContext: Spoiler = {
  name: 'no-link-to-context',
  class: 'publisher-live',
  fails: ['plain-json-links-to-context'],
  response(response, { url }) {
    if (url.pathname === '/feed') response.headers.delete('link');
    return response;
  },
};
