import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** WebFinger gives no page. */
export const handleWithoutPage: Spoiler = {
  name: 'handle-without-page',
  class: 'federated',
  fails: ['handle-leads-to-page'],
  answer: changeJson('/.well-known/webfinger', (json) => ({
    ...json,
    links: Array.isArray(json['links']) ? json['links'].slice(0, 1) : [],
  })),
};
