import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeHostile } from '../judge-hostile.ts';

/** FED-027: When it was signed. */
export const skewTolerated: Check = defineCheck({
  name: 'skew-tolerated',
  requirement: 'FED-027',
  title: 'Clocks may be a little off',
  fault: 'The inbox refuses a request whose signer has a clock that is ten minutes off.',
  consumerLoses: 'Servers whose clock is not quite right can not follow, and nobody knows why.',
  whatToDo: 'Accept times up to an hour off.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) => judgeHostile(posts, 'clock-a-little-off', 202),
});
