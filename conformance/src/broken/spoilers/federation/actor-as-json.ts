import type { Spoiler } from '../../spoiler.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The actor is served as plain JSON. */
export const actorAsJson: Spoiler = {
  name: 'actor-as-json',
  class: 'federated',
  fails: ['actor-as-activity'],
  answer: (answer, { url }) =>
    tinyOrigin + url.pathname === tinyActor && answer.status === 200 ? { ...answer, type: 'application/json' } : answer,
};
