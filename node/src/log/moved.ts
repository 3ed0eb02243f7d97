import type { ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from './change-log.ts';

/** Among the records of the node: the origin that the whole node has moved to. */
export const movedNodeRecord = 'movedTo';

/** The origin that the whole node has moved to; undefined while it is here. */
export const nodeMovedTo = (log: ChangeLogReader): Promise<string | undefined> => log.record('node', movedNodeRecord);

/** Where things that are gone live on, in the order asked; undefined for those that do not. */
export const movedTo = async (
  log: ChangeLogReader,
  ids: readonly ThingId[],
): Promise<readonly (string | undefined)[]> => {
  if (ids.length === 0) return [];
  const [origin, targets] = await Promise.all([
    nodeMovedTo(log),
    log.recordsOf(ids.map((key) => ({ table: 'moved', key }))),
  ]);
  return ids.map((id, at) => targets[at] ?? (origin === undefined ? undefined : origin + id));
};
