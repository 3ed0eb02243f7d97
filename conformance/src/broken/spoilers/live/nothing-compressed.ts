import { gunzipSync } from 'node:zlib';
import type { Spoiler } from '../../spoiler.ts';

/** Nothing is compressed. */
export const nothingCompressed: Spoiler = {
  name: 'nothing-compressed',
  class: 'publisher-live',
  fails: ['compression'],
  async response(response, { method }) {
    if (response.headers.get('content-encoding') === null) return response;
    response.headers.delete('content-encoding');
    const { status, headers } = response;
    if (method === 'HEAD') return new Response(null, { status, headers });
    return new Response(gunzipSync(await response.arrayBuffer()), { status, headers });
  },
};
