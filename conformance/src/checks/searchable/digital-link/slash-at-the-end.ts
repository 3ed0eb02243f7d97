import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-012: Tolerance. */
export const slashAtTheEnd: Check = defineCheck({
  name: 'slash-at-the-end',
  requirement: 'GDL-012',
  title: 'A slash at the end makes no difference',
  fault: 'A path with a slash at its end is not answered as without it.',
  consumerLoses: 'Links that somebody typed lead nowhere.',
  whatToDo: 'Let a slash at the end through.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'paths with a slash at the end',
      all.map(({ withSlash, linkset }) => ({ exchange: withSlash, linkset })),
      ({ exchange, linkset }) => {
        const { status } = exchange.answer;
        return status === linkset.answer?.status || (status >= 301 && status <= 308)
          ? []
          : [atStatus(exchange, `status ${status} with a slash, ${linkset.answer?.status} without`)];
      },
    ),
});
