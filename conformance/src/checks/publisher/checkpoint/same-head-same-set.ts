import { checkpoints, checkpointSeries, type SeenCheckpoint } from '../../../evidence/checkpoints.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';
import { whereIn } from './where-in.ts';

/** CHK-012: One head, one set. */
export const sameHeadSameSet: Check = defineCheck({
  name: 'same-head-same-set',
  requirement: 'CHK-012',
  title: 'One head, one set',
  fault: 'Two checkpoints of the same epoch and position count other things.',
  consumerLoses: 'Of two readers at the same place one is told that it is wrong.',
  whatToDo: 'Make the checkpoint of a head from the state at that head, once.',
  needs: { checkpoints, checkpointSeries },
  judge: ({ checkpoints: met, checkpointSeries: series }) => {
    const byHead = new Map<string, SeenCheckpoint>();
    const findings: Finding[] = [];
    let pairs = 0;
    for (const seen of [...met, ...series]) {
      const { epoch, position, live, digest } = seen.json;
      const head = `${String(epoch)} ${String(position)}`;
      const first = byHead.get(head);
      if (first === undefined) {
        byHead.set(head, seen);
        continue;
      }
      if (first.exchange.id === seen.exchange.id) continue;
      pairs += 1;
      if (live !== first.json['live'])
        findings.push(
          whereIn(
            seen,
            'live',
            `live is ${shown(live)}, and another checkpoint of this head says ${shown(first.json['live'])}`,
          ),
        );
      if (digest !== first.json['digest'])
        findings.push(whereIn(seen, 'digest', 'digest differs from that of another checkpoint of this head'));
    }
    return pairs === 0
      ? notTested('out-of-sight', 'no head was met twice')
      : failedIfAny(findings, `${pairs} pairs of checkpoints`);
  },
});
