import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';

/** WebFinger does not know the address of the actor. */
export const addressUnknown: Spoiler = {
  name: 'address-unknown',
  class: 'federated',
  fails: ['address-leads-to-actor'],
  answer: (answer, { url }) =>
    url.searchParams.get('resource') === tinyActor ? problem(404, 'Nobody of that name.') : answer,
};
