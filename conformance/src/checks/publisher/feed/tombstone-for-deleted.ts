import { secondWalk } from '../../../evidence/second-walk.ts';
import { unlessWhole, walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
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
    const live = [...walked.replica.things].filter(([, { isLive }]) => isLive);
    const gone = live.filter(([id]) => !second.replica.things.has(id));
    const deleted = changedThings(walked, second).filter(({ before, now }) => before.isLive && !now.isLive);
    const findings = [
      ...gone.map(([id, { exchange, at }]) =>
        atPointer(
          { id: exchange },
          jsonPointer('items', at, 'id'),
          `${id} stood here, and is gone without a tombstone`,
        ),
      ),
      ...deleted
        .filter(({ before, now }) => now.position <= before.position)
        .map(({ id, now }) =>
          atPointer(
            { id: now.exchange },
            jsonPointer('items', now.at, 'modified'),
            `the tombstone of ${id} is at no new position`,
          ),
        ),
    ];
    return findings.length === 0 && deleted.length === 0
      ? notTested('out-of-sight', 'nothing was deleted during the run')
      : failedIfAny(findings, `${deleted.length} deletions`);
  },
});
