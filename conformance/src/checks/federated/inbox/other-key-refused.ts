import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-024: Signed with another key. */
export const otherKeyRefused: Check = defineCheck({
  name: 'other-key-refused',
  requirement: 'FED-024',
  title: 'A signature of another key is refused',
  fault: 'The inbox takes a signature that was not made with the key that it names.',
  consumerLoses: 'Anyone can speak in the name of anyone.',
  whatToDo: 'Verify the signature with the public key of the actor.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'other-key', 401),
});
