import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

/** There is no shared inbox. */
export const noSharedInbox: Spoiler = {
  name: 'no-shared-inbox',
  class: 'federated',
  fails: ['shared-inbox'],
  answer: changeActor((actor) => ({ ...actor, endpoints: undefined })),
};
