import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-029: Not JSON. */
export const notJsonRefused: Check = defineCheck({
  name: 'not-json-refused',
  requirement: 'FED-029',
  title: 'What is not JSON is refused',
  fault: 'The inbox does not answer 400 to a body that is not JSON.',
  consumerLoses: 'Senders do not learn that what they send is broken, and send it again.',
  whatToDo: 'Answer 400.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'not-json', 400),
});
