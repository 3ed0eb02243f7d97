import { isThingId, kindModels, type ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../../log/change-log.ts';

const pageRecords = 1_000;

/** Every thing of a kind that a source has brought for a place, some at a time; one that several have brought comes once for each. */
export async function* thingsAtPlace(
  log: Pick<ChangeLogReader, 'records' | 'allRecords'>,
  placeKey: string,
  kind: 'Event' | 'Offer',
): AsyncGenerator<readonly ThingId[]> {
  for await (const sources of log.allRecords('source', ''))
    for (const [source] of sources) {
      const scope = `${source}!${placeKey}!`;
      const prefix = `${scope}/${kindModels[kind].path}/`;
      let after: string | undefined;
      for (;;) {
        const marks = await log.records('mark', prefix, {
          limit: pageRecords,
          ...(after === undefined ? {} : { after }),
        });
        yield marks.map(([key]) => key.slice(scope.length)).filter(isThingId);
        if (marks.length < pageRecords) break;
        after = marks.at(-1)?.[0];
      }
    }
}
