import type { Spoiler } from '../../spoiler.ts';

/** The description names an actor of another origin. */
export const noActorNamed: Spoiler = {
  name: 'no-actor-named',
  class: 'federated',
  fails: ['actor-named'],
  description: (description) => ({ ...description, actor: 'https://social.example/users/waterveen' }),
};
