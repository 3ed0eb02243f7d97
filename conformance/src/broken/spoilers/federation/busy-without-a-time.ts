import type { Spoiler } from '../../spoiler.ts';

/** It does not say when to send again. */
export const busyWithoutATime: Spoiler = {
  name: 'busy-without-a-time',
  class: 'federated',
  fails: ['told-to-wait'],
  response(response, { method, headers }) {
    if (method !== 'POST' || headers.has('digest') || headers.has('content-digest')) return response;
    return new Response(null, { status: 429 });
  },
};
