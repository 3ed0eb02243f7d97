import { jsonPointer, pointerOfPath } from '../../../json/json-pointer.ts';
import { isPosition } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-005: Positions grow. */
export const positionsGrow: Check = definePageCheck({
  name: 'positions-grow',
  requirement: 'FEED-005',
  title: 'Positions grow',
  fault: 'An entry stands at or below one that came before it.',
  consumerLoses: 'A reader that goes on behind the higher position never sees that entry again.',
  whatToDo: 'Order entries by position, and begin each page above the last entry of the page before.',
  watch() {
    const findings = new FindingsCollector();
    return {
      see({ exchange, faults, before, entries }) {
        for (const { path } of faults.filter(({ requirement }) => requirement === 'FEED-005'))
          findings.add(atPointer(exchange, pointerOfPath(path), `${path} is not above the entry before it`));
        const [first] = entries;
        const position = first?.item['modified'];
        if (first !== undefined && before?.last !== undefined && isPosition(position) && position <= before.last)
          findings.add(
            atPointer(
              exchange,
              jsonPointer('items', first.at, 'modified'),
              `${position} is not above ${before.last}, where the page before ended`,
            ),
          );
      },
      verdict: ({ pages, entries }) => findings.verdict(`${entries} entries on ${pages.length} pages`),
    };
  },
});
