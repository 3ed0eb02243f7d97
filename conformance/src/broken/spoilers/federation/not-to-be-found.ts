import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

/** The actor does not want to be in lists. */
export const notToBeFound: Spoiler = {
  name: 'not-to-be-found',
  class: 'federated',
  fails: ['wants-to-be-found'],
  answer: changeActor((actor) => ({ ...actor, discoverable: false })),
};
