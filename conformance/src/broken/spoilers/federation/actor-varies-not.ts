import type { Spoiler } from '../../spoiler.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** Caches may give browsers the JSON of the actor. */
export const actorVariesNot: Spoiler = {
  name: 'actor-varies-not',
  class: 'federated',
  fails: ['people-to-page'],
  response(response, { url }) {
    if (tinyOrigin + url.pathname === tinyActor) response.headers.set('vary', 'Accept-Encoding');
    return response;
  },
};
