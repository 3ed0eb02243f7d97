import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** Addresses are made from X-Forwarded-Host. */
export const forwardedHostBelieved: Spoiler = {
  name: 'forwarded-host-believed',
  class: 'publisher-live',
  fails: ['addresses-from-settings'],
  answer(answer, { headers }) {
    const host = headers.get('x-forwarded-host');
    return host === null ? answer : { ...answer, body: answer.body.replaceAll(tinyOrigin, `https://${host}`) };
  },
};
