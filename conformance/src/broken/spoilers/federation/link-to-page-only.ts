import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { changeActor } from './change-json.ts';

/** The actor links to its page alone. */
export const linkToPageOnly: Spoiler = {
  name: 'link-to-page-only',
  class: 'federated',
  fails: ['linked-to-description'],
  answer: changeActor((actor) => ({ ...actor, url: `${tinyOrigin}/` })),
};
