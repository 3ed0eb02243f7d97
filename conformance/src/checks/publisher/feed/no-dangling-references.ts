import { unlessWhole } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, isPosition } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable } from '../../verdict.ts';
import { NamedThings, referenceNames } from './named-things.ts';

/** FEED-019: Nothing depends on what is deleted. */
export const noDanglingReferences: Check = definePageCheck({
  name: 'no-dangling-references',
  requirement: 'FEED-019',
  title: 'Nothing depends on what is deleted',
  fault: 'A live thing names a deleted thing of the same feed as its product, place, provider or source.',
  consumerLoses: 'Offers lead to a shop that is gone, or to nothing.',
  whatToDo: 'When you delete a thing, delete with it what depends on it.',
  watch() {
    const named = new NamedThings();
    let references = 0;
    return {
      see({ exchange, entries }) {
        for (const { at, item } of entries) {
          const { id, modified: position, data } = item;
          if (item['state'] !== 'updated' || typeof id !== 'string' || !isPosition(position) || !isObject(data))
            continue;
          for (const [name, target] of referenceNames.map((one) => [one, data[one]] as const)) {
            if (typeof target !== 'string') continue;
            references += 1;
            named.add(target, { page: exchange.id, at, position, name });
          }
        }
      },
      verdict(walked) {
        const partial = unlessWhole(walked);
        if (partial !== undefined) return partial;
        const findings = new FindingsCollector();
        for (const { thing, name, target } of named.dangling(walked.replica.things))
          findings.add(
            atPointer(
              { id: thing.exchange },
              jsonPointer('items', thing.at, 'data', name),
              `${thing.id} names ${target}, which is deleted`,
            ),
          );
        return findings.verdict(references > 0 ? `${references} references` : inapplicable('no thing names another'));
      },
    };
  },
});
