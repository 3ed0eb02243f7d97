import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-028: Too large. */
export const tooLargeRefused: Check = defineCheck({
  name: 'too-large-refused',
  requirement: 'FED-028',
  title: 'What is too large is refused',
  fault: 'The inbox does not answer 413 to a body of more than 1,048,576 bytes.',
  consumerLoses: 'Anyone can fill the memory of the publisher.',
  whatToDo: 'Stop reading there, and answer 413.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'too-large', 413),
});
