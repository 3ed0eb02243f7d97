import type { Spoiler } from '../../spoiler.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** Browsers get the JSON of the actor. */
export const actorWithoutPage: Spoiler = {
  name: 'actor-without-page',
  class: 'federated',
  fails: ['people-to-page'],
  answer: (answer, { url }) =>
    answer.status === 303 && tinyOrigin + url.pathname === tinyActor
      ? { ...answer, status: 200, type: 'application/activity+json', body: '{}' }
      : answer,
};
