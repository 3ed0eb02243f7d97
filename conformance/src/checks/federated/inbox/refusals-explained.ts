import { hostilePosts } from '../../../evidence/federation/hostile-posts.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeEach } from '../../judge-each.ts';
import { problemFindings } from '../../problem-findings.ts';

/** FED-031: Refusals are problem details. */
export const refusalsExplained: Check = defineCheck({
  name: 'refusals-explained',
  requirement: 'FED-031',
  title: 'Refusals are problem details',
  fault: 'A refusal is not application/problem+json with type, title and status.',
  consumerLoses: 'Who sends does not learn what is wrong.',
  whatToDo: 'Answer refusals as RFC 9457 says.',
  needs: { hostilePosts },
  judge: ({ hostilePosts: posts }) =>
    judgeEach('refusals', posts, ({ exchange }) =>
      exchange.answer.status < 400 ? undefined : problemFindings(exchange),
    ),
});
