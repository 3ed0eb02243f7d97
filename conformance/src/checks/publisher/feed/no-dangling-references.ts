import { unlessWhole } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

const referenceNames = [
  'itemOffered',
  'availableAtOrFrom',
  'location',
  'provider',
  'containedInPlace',
  'source',
] as const;

/** FEED-019: Nothing depends on what is deleted. */
export const noDanglingReferences: Check = definePageCheck({
  name: 'no-dangling-references',
  requirement: 'FEED-019',
  title: 'Nothing depends on what is deleted',
  fault: 'A live thing names a deleted thing of the same feed as its product, place, provider or source.',
  consumerLoses: 'Offers lead to a shop that is gone, or to nothing.',
  whatToDo: 'When you delete a thing, delete with it what depends on it.',
  watch() {
    // Of each thing that is named, the newest entry that names it.
    const namedBy = new Map<
      string,
      { readonly page: number; readonly at: number; readonly id: unknown; readonly name: string }
    >();
    let references = 0;
    return {
      see({ exchange, entries }) {
        for (const { at, item } of entries) {
          const { id, data } = item;
          if (item['state'] !== 'updated' || !isObject(data)) continue;
          for (const name of referenceNames) {
            const target = data[name];
            if (typeof target !== 'string') continue;
            references += 1;
            namedBy.set(target, { page: exchange.id, at, id, name });
          }
        }
      },
      verdict(walked) {
        const partial = unlessWhole(walked);
        if (partial !== undefined) return partial;
        const { things } = walked.replica;
        const findings = [...namedBy].flatMap(([target, { page, at, id, name }]) => {
          const isDangling = things.get(target)?.isLive === false && things.get(String(id))?.isLive === true;
          return isDangling
            ? [
                atPointer(
                  { id: page },
                  jsonPointer('items', at, 'data', name),
                  `${String(id)} names ${target}, which is deleted`,
                ),
              ]
            : [];
        });
        return references === 0
          ? inapplicable('no thing names another')
          : failedIfAny(findings, `${references} references`);
      },
    };
  },
});
