import type { HostilePost, PostFault } from '../../evidence/federation/hostile-posts.ts';
import { atStatus } from '../finding.ts';
import { judgeEach } from '../judge-each.ts';
import type { Verdict } from '../verdict.ts';

/** Did the inbox answer what has this wrong with it as it should? */
export const judgeHostile = (posts: readonly HostilePost[], fault: PostFault, expected: number): Verdict =>
  judgeEach(
    'requests',
    posts.filter((post) => post.fault === fault),
    ({ words, exchange }) => {
      const { status } = exchange.answer;
      return status === expected ? [] : [atStatus(exchange, `status ${status} instead of ${expected}: ${words}`)];
    },
  );
