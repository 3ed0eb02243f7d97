import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';
import { changedThings } from './changed-things.ts';

/** FEED-016: No change without a change. */
export const noEmptyChanges: Check = defineCheck({
  name: 'no-empty-changes',
  requirement: 'FEED-016',
  title: 'No change without a change',
  fault: 'A thing got a new entry, and its data is as before.',
  consumerLoses: 'Every reader fetches again what it has.',
  whatToDo: 'Compare hashes before you write an entry.',
  needs: { walk, secondWalk },
  judge: ({ walk: walked, secondWalk: second }) => {
    const findings = new FindingsCollector();
    let moved = 0;
    for (const { before, now } of changedThings(walked, second)) {
      if (!before.isLive || !now.isLive || now.position <= before.position) continue;
      moved += 1;
      if (before.term !== undefined && before.term === now.term)
        findings.add(
          atPointer({ id: now.exchange }, jsonPointer('items', now.at), `${now.id} has a new entry with the same data`),
        );
    }
    return findings.verdict(
      moved > 0 ? `${moved} things that changed` : notTested('out-of-sight', 'no thing changed during the run'),
    );
  },
});
