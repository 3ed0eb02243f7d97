import { pointerOfPath } from '../json/json-pointer.ts';
import { type Check, type CheckWords, definePageCheck } from './check.ts';
import { atPointer } from './finding.ts';
import type { SeenPage } from '../evidence/seen-page.ts';
import { FindingsCollector } from './findings-collector.ts';
import { inapplicable } from './verdict.ts';

/**
 * A check that the spec's `feedPageFaults` makes on each page.
 * @param definition `says` tells what is expected, behind the place where it is not: "is no whole number"; `only` narrows it to some pages, and names them
 */
export const definePageFaultCheck = (
  definition: CheckWords & {
    readonly says: string;
    readonly only?: { readonly pages: string; readonly concerns: (page: SeenPage) => boolean };
  },
): Check => {
  const { says, only, ...words } = definition;
  return definePageCheck({
    ...words,
    watch() {
      const findings = new FindingsCollector();
      let concerned = 0;
      return {
        see(page) {
          const { exchange, faults } = page;
          if (only?.concerns(page) === true) concerned += 1;
          for (const { requirement, path } of faults) {
            if (requirement !== words.requirement) continue;
            findings.add(atPointer(exchange, pointerOfPath(path), `${path === '' ? 'the page' : path} ${says}`));
          }
        },
        verdict({ pages, entries }) {
          const all = `${entries} entries on ${pages.length} pages`;
          if (only === undefined) return findings.verdict(all);
          return findings.verdict(
            concerned > 0 ? `${concerned} ${only.pages}` : inapplicable(`no ${only.pages} among ${all}`),
          );
        },
      };
    },
  });
};
