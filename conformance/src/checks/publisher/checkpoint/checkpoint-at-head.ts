import type { PageSummary } from '../../../evidence/seen-page.ts';
import { unlessWhole } from '../../../evidence/walk.ts';
import { pointerOfPath } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer, type Finding } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested, passed } from '../../verdict.ts';

/** CHK-003: The page at the head carries its checkpoint. */
export const checkpointAtHead: Check = definePageCheck({
  name: 'checkpoint-at-head',
  requirement: 'CHK-003',
  title: 'The page at the head carries its checkpoint',
  fault: 'A page that reaches the head carries no checkpoint, or one that stands below its last entry.',
  consumerLoses: 'A reader that has walked to the end has nothing to compare with: a loss stays unseen.',
  whatToDo: 'Put the checkpoint of exactly that head into every page that reaches it.',
  watch() {
    const findings = new FindingsCollector();
    // Whether a page reaches the head shows when the next one is read.
    let waiting: { readonly summary: PageSummary; readonly faults: readonly Finding[] } | undefined;
    let heads = 0;
    const settle = (): void => {
      for (const fault of waiting?.faults ?? []) findings.add(fault);
      waiting = undefined;
    };
    return {
      see({ exchange, summary, before, faults }) {
        if (before !== undefined && before === waiting?.summary && summary.entries > 0 && !before.hasCheckpoint)
          waiting = undefined;
        settle();
        if (summary.reachedBy === 'template') return;
        if (summary.hasCheckpoint) heads += 1;
        waiting = {
          summary,
          faults: faults
            .filter(({ requirement }) => requirement === 'CHK-003')
            .map(({ path }) =>
              atPointer(
                exchange,
                pointerOfPath(path),
                path === 'checkpoint'
                  ? 'the page reaches the head, and carries no checkpoint'
                  : 'the checkpoint stands below the last entry of this page',
              ),
            ),
        };
      },
      verdict(walked) {
        settle();
        const otherwise =
          heads > 0
            ? passed(`${heads} pages at the head`)
            : (unlessWhole(walked) ?? notTested('evidence-missing', 'no page at the head was read'));
        return findings.verdict(otherwise);
      },
    };
  },
});
