import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-023: Another body than was signed. */
export const otherBodyRefused: Check = defineCheck({
  name: 'other-body-refused',
  requirement: 'FED-023',
  title: 'A body that was not signed is refused',
  fault: 'The inbox takes a body that is not the one that was signed.',
  consumerLoses: 'Whoever sits in between can change what others say.',
  whatToDo: 'Compare the digest with the body, and verify the signature over the digest.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'other-body', 401),
});
