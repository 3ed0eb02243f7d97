import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

/** The actor is of another type. */
export const actorIsService: Spoiler = {
  name: 'actor-is-service',
  class: 'federated',
  fails: ['actor-members'],
  answer: changeActor((actor) => ({ ...actor, type: 'Service' })),
};
