import { pointerOfPath } from '../json/json-pointer.ts';
import { type Check, type CheckWords, definePageCheck } from './check.ts';
import { atPointer } from './finding.ts';
import { FindingsCollector } from './findings-collector.ts';

/**
 * A check that the spec's `feedPageFaults` makes on each page.
 * @param definition `says` tells what is expected, behind the place where it is not: "is no whole number"
 */
export const definePageFaultCheck = (definition: CheckWords & { readonly says: string }): Check => {
  const { says, ...words } = definition;
  return definePageCheck({
    ...words,
    watch() {
      const findings = new FindingsCollector();
      return {
        see({ exchange, faults }) {
          for (const { requirement, path } of faults) {
            if (requirement !== words.requirement) continue;
            findings.add(atPointer(exchange, pointerOfPath(path), `${path === '' ? 'the page' : path} ${says}`));
          }
        },
        verdict: ({ pages, entries }) => findings.verdict(`${entries} entries on ${pages.length} pages`),
      };
    },
  });
};
