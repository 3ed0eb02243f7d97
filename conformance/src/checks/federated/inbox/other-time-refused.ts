import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-027: When it was signed. */
export const otherTimeRefused: Check = defineCheck({
  name: 'other-time-refused',
  requirement: 'FED-027',
  title: 'Old signatures are refused',
  fault: 'The inbox takes a request that was signed long ago, or for a time to come.',
  consumerLoses: 'What was seen once can be sent again for ever.',
  whatToDo: 'Answer 401 where the time of the signature is more than an hour off.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'other-time', 401),
});
