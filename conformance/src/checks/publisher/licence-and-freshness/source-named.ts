import { unlessWhole } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { keyOf, liveThing } from '../../things/live-thing.ts';
import { inapplicable } from '../../verdict.ts';

/** LIC-002: Everything has a source. */
export const sourceNamed: Check = definePageCheck({
  name: 'source-named',
  requirement: 'LIC-002',
  title: 'Everything has a source',
  fault: 'A thing names no Source of the feed.',
  consumerLoses: 'Nobody knows under which licence the thing stands, and who says so.',
  whatToDo: 'Name in source of each thing the id of a Source that the feed has.',
  watch(facts) {
    const findings = new FindingsCollector();
    // Of each source, the first thing that names it: there are few.
    const named = new Map<string, { readonly page: number; readonly at: number; readonly id: string }>();
    let things = 0;
    return {
      see({ exchange, entries }) {
        for (const entry of entries) {
          const thing = liveThing(entry);
          if (thing === undefined || thing.kind === 'Source') continue;
          things += 1;
          const { source } = thing.data;
          if (typeof source === 'string' && keyOf(source, 'Source', facts) !== undefined) {
            if (!named.has(source)) named.set(source, { page: exchange.id, at: entry.at, id: thing.id });
          } else
            findings.add(
              atPointer(
                exchange,
                jsonPointer('items', entry.at, 'data', ...(source === undefined ? [] : ['source'])),
                `source of ${thing.id} is ${shown(source)}: no Source of ${facts.origin}`,
              ),
            );
        }
      },
      verdict(walked) {
        // A source that is deleted is for FEED-019; of a part of the feed nobody can say what is missing.
        if (unlessWhole(walked) === undefined)
          for (const [source, { page, at, id }] of named)
            if (!walked.replica.things.has(source))
              findings.add(
                atPointer(
                  { id: page },
                  jsonPointer('items', at, 'data', 'source'),
                  `${id} names ${source}, which the feed does not have`,
                ),
              );
        return findings.verdict(
          things > 0 ? `${things} things of ${named.size} sources` : inapplicable('no things but sources were met'),
        );
      },
    };
  },
});
