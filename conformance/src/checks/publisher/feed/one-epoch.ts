import { jsonPointer, pointerOfPath } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-020: Epoch. */
export const oneEpoch: Check = definePageCheck({
  name: 'one-epoch',
  requirement: 'FEED-020',
  title: 'Epoch',
  fault: 'epoch is not one to 32 lower-case letters and digits, or differs from page to page.',
  consumerLoses: 'Readers begin again in the middle of a walk, or go on with cursors that no longer hold.',
  whatToDo: 'Write the same epoch on every page until you renew it.',
  watch() {
    const findings = new FindingsCollector();
    let first: unknown;
    return {
      see({ exchange, json: { epoch }, faults }) {
        for (const { path } of faults.filter(({ requirement }) => requirement === 'FEED-020'))
          findings.add(
            atPointer(
              exchange,
              pointerOfPath(path),
              `epoch is ${shown(epoch)} instead of 1 to 32 lower-case letters and digits`,
            ),
          );
        if (epoch === undefined) return;
        first ??= epoch;
        if (epoch !== first)
          findings.add(
            atPointer(
              exchange,
              jsonPointer('epoch'),
              `epoch is ${shown(epoch)}, and on the first page ${shown(first)}`,
            ),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
