import type { Spoiler } from '../../spoiler.ts';

/** It answers over plain http, without leading to the https origin that it states. */
export const plainHttp: Spoiler = {
  name: 'plain-http',
  fails: ['publisher-identity', 'encrypted'],
  url: 'http://waterveen.example/',
};
