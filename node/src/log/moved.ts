import type { ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from './change-log.ts';

/** Among the records of the node: the origin that the whole node has moved to. */
export const movedNodeRecord = 'movedTo';

/** The origin that the whole node has moved to; undefined while it is here. */
export const nodeMovedTo = (log: ChangeLogReader): Promise<string | undefined> => log.record('node', movedNodeRecord);

/** What is kept of a thing that moved away by itself. */
export interface MovedRecord {
  /** Its new id. */
  readonly to: string;
  /** The place that it went along with. */
  readonly place: string;
}

/** An id has no space in it. */
export const formatMoved = ({ to, place }: MovedRecord): string => `${to} ${place}`;

export const parseMoved = (value: string): MovedRecord => {
  const [to = '', place = ''] = value.split(' ');
  return { to, place };
};

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
  return ids.map((id, at) => {
    const target = targets[at];
    if (target !== undefined) return parseMoved(target).to;
    return origin === undefined ? undefined : origin + id;
  });
};

/** Places that moved away by themselves: their ids, and how many things point on with them. */
export const movedPlaces = async (
  log: ChangeLogReader,
): Promise<readonly { readonly place: string; readonly to: string; readonly things: number }[]> => {
  const targets = new Map<string, string>();
  const counts = new Map<string, number>();
  for await (const records of log.allRecords('moved', ''))
    for (const [id, value] of records) {
      const { to, place } = parseMoved(value);
      counts.set(place, (counts.get(place) ?? 0) + 1);
      if (id === place) targets.set(place, to);
    }
  return [...targets].map(([place, to]) => ({ place, to, things: counts.get(place) ?? 0 }));
};
