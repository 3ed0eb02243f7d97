import { jsonPointer } from '../json/json-pointer.ts';
import type { PublisherFacts } from '../evidence/publisher-facts.ts';
import type { SeenEntry } from '../evidence/seen-page.ts';
import { type Check, type CheckWords, definePageCheck } from './check.ts';
import { atPointer } from './finding.ts';
import { FindingsCollector } from './findings-collector.ts';
import { inapplicable } from './verdict.ts';

/** Something wrong with an entry. */
export interface EntryFault {
  /** JSON Pointer from the entry: `/data/price`. */
  readonly pointer: string;
  /** What was met, and what should have been. */
  readonly message: string;
}

/**
 * A check of each entry of the feed for itself.
 * @param definition `inspect` gives the faults of one entry, or `undefined` where the requirement does not concern it; `entries` names those it concerns: "offers with a price"
 */
export const defineEntryCheck = (
  definition: CheckWords & {
    readonly entries: string;
    readonly inspect: (entry: SeenEntry, facts: PublisherFacts) => readonly EntryFault[] | undefined;
  },
): Check => {
  const { inspect, entries, ...words } = definition;
  return definePageCheck({
    ...words,
    watch(facts) {
      const findings = new FindingsCollector();
      let inspected = 0;
      return {
        see(page) {
          for (const entry of page.entries) {
            const faults = inspect(entry, facts);
            if (faults === undefined) continue;
            inspected += 1;
            for (const { pointer, message } of faults)
              findings.add(atPointer(page.exchange, jsonPointer('items', entry.at) + pointer, message));
          }
        },
        verdict() {
          return findings.verdict(inspected > 0 ? `${inspected} ${entries}` : inapplicable(`no ${entries} were met`));
        },
      };
    },
  });
};
