import { jsonPointer, pointerOfPath } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-024: The relation to the next page. */
export const relationToNext: Check = definePageCheck({
  name: 'relation-to-next',
  requirement: 'FEED-024',
  title: 'The relation to the next page',
  fault: 'A page behind which there are entries has no single relation to the next one, or a page at the head has one.',
  consumerLoses: 'LDES clients stop before the end, or run past it.',
  whatToDo:
    'Give one GreaterThanRelation on os:position to pages behind which there is more, with the last position as value and next as node; none to others.',
  watch() {
    const findings = new FindingsCollector();
    return {
      see({ exchange, json, faults, before }) {
        for (const { path } of faults.filter(({ requirement }) => requirement === 'FEED-024'))
          findings.add(atPointer(exchange, pointerOfPath(path), `${path} is not what the spec gives`));
        if (before === undefined) return;
        const hasEntries = Array.isArray(json['items']) && json['items'].length > 0;
        // A page that was at the head when it was read may have got entries behind it since.
        if (hasEntries && before.relations === 0 && !before.hasCheckpoint)
          findings.add(
            atPointer(
              { id: before.exchange },
              jsonPointer('view'),
              'view has no relation, and there are entries behind this page',
            ),
          );
        if (!hasEntries && before.relations > 0 && !before.hasCheckpoint)
          findings.add(
            atPointer(
              { id: before.exchange },
              jsonPointer('view', 'relation'),
              'view has a relation, and there is nothing behind this page',
            ),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
