import type { Spoiler } from '../../spoiler.ts';
import { changeJson } from './change-json.ts';

/** WebFinger says that the handle is another. */
export const handleOfAnother: Spoiler = {
  name: 'handle-of-another',
  class: 'federated',
  fails: ['handle-leads-to-actor'],
  answer: changeJson('/.well-known/webfinger', (json, { search }) =>
    search.includes('acct%3A') ? { ...json, subject: 'acct:waterveen@social.example' } : json,
  ),
};
