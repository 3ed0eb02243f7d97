import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, notTested, passed } from '../../verdict.ts';
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
    const back = changedThings(walked, second).filter(({ before, now }) => now.position < before.position);
    if (back.length === 0) return notTested('out-of-sight', 'the feed was not restored during the run');
    if (!isSame) return passed('a feed that went back, in a new epoch');
    return failed(
      back.map(({ id, before, now }) =>
        atPointer(
          { id: now.exchange },
          jsonPointer('items', now.at, 'modified'),
          `${id} was at ${before.position}, and is at ${now.position} again`,
        ),
      ),
    );
  },
});
