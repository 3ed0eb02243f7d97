import { secondWalk } from '../../../evidence/second-walk.ts';
import { unlessWhole, walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';
import { changedThings } from './changed-things.ts';

/** FEED-017: Deletions are told. */
export const tombstoneForDeleted: Check = defineCheck({
  name: 'tombstone-for-deleted',
  requirement: 'FEED-017',
  title: 'Deletions are told',
  fault: 'A thing disappeared from the feed without a tombstone at a new position.',
  consumerLoses: 'Readers keep it for ever: shoppers are sent to a shop that is gone.',
  whatToDo: 'Replace the entry of a deleted thing by a tombstone at the end of the feed.',
  needs: { walk, secondWalk },
  judge: ({ walk: walked, secondWalk: second }) => {
    if (!walked.whole) return unlessWhole(walked) ?? notTested('needs-full', 'only a part was read');
    if (!second.whole) return notTested('needs-full', 'the feed is too long to be read twice');
    const findings = new FindingsCollector();
    for (const { id, isLive, exchange, at } of walked.replica.things.values())
      if (isLive && !second.things.has(id))
        findings.add(
          atPointer(
            { id: exchange },
            jsonPointer('items', at, 'id'),
            `${id} stood here, and is gone without a tombstone`,
          ),
        );
    let deletions = 0;
    for (const { before, now } of changedThings(walked, second)) {
      if (!before.isLive || now.isLive) continue;
      deletions += 1;
      if (now.position <= before.position)
        findings.add(
          atPointer(
            { id: now.exchange },
            jsonPointer('items', now.at, 'modified'),
            `the tombstone of ${now.id} is at no new position`,
          ),
        );
    }
    return findings.verdict(
      deletions > 0 ? `${deletions} deletions` : notTested('out-of-sight', 'nothing was deleted during the run'),
    );
  },
});
