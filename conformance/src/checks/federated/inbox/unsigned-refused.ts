import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-020: Unsigned. */
export const unsignedRefused: Check = defineCheck({
  name: 'unsigned-refused',
  requirement: 'FED-020',
  title: 'What is not signed is refused',
  fault: 'The inbox takes an activity that nobody has signed.',
  consumerLoses: 'Anyone can speak in the name of anyone.',
  whatToDo: 'Answer 401 to POSTs without a signature.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'unsigned', 401),
});
