import type { Spoiler } from '../../spoiler.ts';

/** A 304 does not say that it depends on Accept. */
export const varyForgotten: Spoiler = {
  name: 'vary-forgotten',
  class: 'publisher-live',
  fails: ['vary-accept'],
  response(response) {
    if (response.status === 304) response.headers.set('vary', 'Accept-Encoding');
    return response;
  },
};
