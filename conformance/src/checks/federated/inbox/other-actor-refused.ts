import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-025: Signed by another actor. */
export const otherActorRefused: Check = defineCheck({
  name: 'other-actor-refused',
  requirement: 'FED-025',
  title: 'Nobody signs for another',
  fault: 'The inbox takes an activity that another than its actor has signed.',
  consumerLoses: 'Whoever has any account can speak in the name of anyone.',
  whatToDo: 'Compare the actor of the activity with the actor in whose own document the key stands.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'other-actor', 401),
});
