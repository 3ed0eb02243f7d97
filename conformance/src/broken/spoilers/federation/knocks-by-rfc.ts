import { signRfc9421 } from '@openstraat/spec';
import type { Spoiler } from '../../spoiler.ts';

/** What it sends first is signed by RFC 9421. */
export const knocksByRfc: Spoiler = {
  name: 'knocks-by-rfc',
  class: 'federated',
  fails: ['first-knock'],
  federation: {
    signed: ({ 'content-type': type = '' }, { url, body, nowMs, ...key }) => ({
      ...signRfc9421({ method: 'POST', url, headers: { 'content-type': type }, body }, key, { dateMs: nowMs }),
    }),
  },
};
