import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested, passed } from '../../verdict.ts';
import { changedThings } from './changed-things.ts';

/** FEED-021: A restored feed has a new epoch. */
export const newEpochAfterRestore: Check = defineCheck({
  name: 'new-epoch-after-restore',
  requirement: 'FEED-021',
  title: 'A restored feed has a new epoch',
  fault: 'The feed went back to an older state, and its epoch is the same.',
  consumerLoses: 'Readers go on as if nothing had happened, and never see what was undone.',
  whatToDo: 'Renew the epoch when you restore a backup or change the origin.',
  needs: { walk, secondWalk },
  judge: ({ walk: walked, secondWalk: second }) => {
    const epochs = new Set(walked.pages.map(({ epoch }) => epoch));
    const isSame = [...second.epochs].every((epoch) => epochs.has(epoch));
    const findings = new FindingsCollector();
    for (const { before, now } of changedThings(walked, second)) {
      if (now.position >= before.position) continue;
      if (!isSame) return passed('a feed that went back, in a new epoch');
      findings.add(
        atPointer(
          { id: now.exchange },
          jsonPointer('items', now.at, 'modified'),
          `${now.id} was at ${before.position}, and is at ${now.position} again`,
        ),
      );
    }
    return findings.verdict(notTested('out-of-sight', 'the feed was not restored during the run'));
  },
});
