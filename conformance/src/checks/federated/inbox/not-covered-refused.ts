import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-026: What a signature covers. */
export const notCoveredRefused: Check = defineCheck({
  name: 'not-covered-refused',
  requirement: 'FED-026',
  title: 'A signature covers what it has to',
  fault: 'The inbox takes a signature that leaves out the target or the body.',
  consumerLoses: 'Who has seen one request can send another body, or the same to somebody else.',
  whatToDo: 'Refuse signatures that do not cover all that they must.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'not-covered', 401),
});
