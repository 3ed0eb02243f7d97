import { contextPath } from '@openstraat/spec';
import type { Spoiler } from '../../spoiler.ts';

/** The context has no ETag. */
export const noEtagOnContext: Spoiler = {
  name: 'no-etag-on-context',
  class: 'publisher-live',
  fails: ['etags-there'],
  response(response, { url }) {
    if (url.pathname === contextPath) response.headers.delete('etag');
    return response;
  },
};
