import type { ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange, ThingChange } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { dropRecord } from './drop-record.ts';
import { ingestLimits } from './limits.ts';
import { markKey } from './mark.ts';
import { readStatements, sourceOf } from './read-statements.ts';
import { tombstone } from './tombstone.ts';

/** A thing to take away, by its id and the place that it depends on. */
export interface ScopedId {
  readonly id: ThingId;
  /** As in a mark's key. */
  readonly scope: string;
}

/**
 * Takes things away with every source's statement of them, as many in one write as it takes; a thing goes with the last of its marks.
 * @param more records that are written before
 * @returns how many there were
 */
export const removeWhole = async (
  log: ChangeLog,
  things: readonly ScopedId[],
  more: readonly RecordChange[] = [],
): Promise<number> => {
  const unique = [...new Map(things.map((thing) => [thing.id, thing])).values()];
  const states = await log.states(unique.map(({ id }) => id));
  let removed = 0;
  let changes: ThingChange[] = [];
  let records: RecordChange[] = [...more];
  const write = async (): Promise<void> => {
    if (changes.length + records.length === 0) return;
    await log.append({ things: changes, records }, { durable: false });
    removed += changes.length;
    [changes, records] = [[], []];
  };
  const isFull = (added: number): boolean => changes.length + records.length + added > ingestLimits.removalChangesMax;
  for (const [index, { id, scope }] of unique.entries()) {
    const state = states[index];
    if (state?.hash === undefined) continue;
    const statements = await readStatements(log, id);
    const entry = statements.length === 0 ? await log.get(id) : undefined;
    const sole = entry?.text === undefined ? undefined : sourceOf(fromStoredText(entry.text));
    const sources = sole === undefined ? statements.map(({ source }) => source) : [sole];
    for (const source of sources) {
      // Room for the thing too: after a stop in between it is found by the mark that is left.
      if (isFull(3)) await write();
      records.push(dropRecord('mark', markKey(source, scope, id)));
      if (statements.length > 0) records.push(dropRecord('statement', `${id}!${source}`));
    }
    if (isFull(1)) await write();
    changes.push(tombstone(id, state));
  }
  await write();
  return removed;
};
