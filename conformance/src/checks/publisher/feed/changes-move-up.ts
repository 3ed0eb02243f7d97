import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';
import { changedThings } from './changed-things.ts';

/** FEED-013: A change gets a new highest position. */
export const changesMoveUp: Check = defineCheck({
  name: 'changes-move-up',
  requirement: 'FEED-013',
  title: 'A change gets a new highest position',
  fault: 'A thing that changed during the run stands at a position that the feed had passed before.',
  consumerLoses: 'Readers that are behind that position never learn of the change.',
  whatToDo: 'Give every change a position above all that were given out, those of older epochs too.',
  needs: { walk, secondWalk },
  judge: ({ walk: walked, secondWalk: second }) => {
    const { headBefore } = walked;
    if (headBefore === undefined)
      return notTested('evidence-missing', 'no checkpoint says where the head was before the run');
    const findings = new FindingsCollector();
    let changed = 0;
    for (const { before, now } of changedThings(walked, second)) {
      changed += 1;
      if (now.position > before.position && now.position <= headBefore && before.position <= headBefore)
        findings.add(
          atPointer(
            { id: now.exchange },
            jsonPointer('items', now.at, 'modified'),
            `${now.id} moved from ${before.position} to ${now.position}, below the head of before, ${headBefore}`,
          ),
        );
    }
    return findings.verdict(
      changed > 0 ? `${changed} things that changed` : notTested('out-of-sight', 'nothing changed during the run'),
    );
  },
});
