import { walk } from '../../../evidence/walk.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';

/** LIVE-024: One path. */
export const onePath: Check = defineCheck({
  name: 'one-path',
  requirement: 'LIVE-024',
  title: 'All pages of the feed have one path',
  fault: 'next leads to another path than that of the feed.',
  consumerLoses: 'Strict readers of RPDE take it for another feed, and refuse it.',
  whatToDo: 'Let only the query of next differ.',
  needs: { walk },
  judge: ({ walk: { pages, start } }) => {
    const path = parseHttpUrl(start)?.pathname;
    const findings = pages.flatMap(({ next, exchange }) => {
      const other = typeof next === 'string' ? parseHttpUrl(next)?.pathname : undefined;
      return other === undefined || other === path
        ? []
        : [atPointer({ id: exchange }, '/next', `the path ${other} instead of ${path}`)];
    });
    return failedIfAny(findings, `next of ${pages.length} pages`);
  },
});
