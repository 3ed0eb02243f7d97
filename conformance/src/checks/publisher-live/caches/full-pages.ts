import { walk } from '../../../evidence/walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

const fullPageEntries = 1_000;

/** LIVE-023: Full pages. */
export const fullPages: Check = defineCheck({
  name: 'full-pages',
  requirement: 'LIVE-023',
  title: 'Pages behind which there is more are full',
  fault: 'A page behind which there is more does not hold 1,000 entries.',
  consumerLoses: 'Walks take more requests than they need, and caches more pages.',
  whatToDo: 'Put the first 1,000 entries above the cursor onto each page but the last.',
  needs: { walk },
  judge: ({ walk: { pages } }) => {
    // The page at the head carries a checkpoint (CHK-003); an empty page ends the walk.
    const before = pages.filter(({ hasCheckpoint, entries }) => !hasCheckpoint && entries > 0);
    if (before.length === 0) return inapplicable('the whole feed is on one page');
    const findings = before
      .filter(({ entries }) => entries !== fullPageEntries)
      .map(({ exchange, entries, url }) =>
        atPointer({ id: exchange }, '/items', `${entries} entries on ${url}, behind which there is more`),
      );
    return failedIfAny(findings, `${before.length} pages`);
  },
});
