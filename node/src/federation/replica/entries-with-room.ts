import type { ChangeLogReader } from '../../log/change-log.ts';
import type { RemoteEntry } from '../../model/replica.ts';
import type { DiskVerdict } from './disk-share.ts';
import type { ThingVerdict } from './thing-share.ts';

/** What a replica has room for now. */
export type ReplicaRoom = Pick<DiskVerdict, 'room'> & Pick<ThingVerdict, 'newThingsMax'>;

/**
 * What a replica takes of a page. One that is full still hears of what it holds: a price that is no longer true, and
 * above all what its peer has deleted, must not stay for want of room.
 */
export const entriesWithRoom = async (
  entries: readonly RemoteEntry[],
  { room, newThingsMax }: ReplicaRoom,
  log: Pick<ChangeLogReader, 'states'>,
): Promise<readonly RemoteEntry[]> => {
  let newThings = room === 'all' ? newThingsMax : 0;
  if (newThings >= entries.length) return entries;
  const states = await log.states(entries.map(({ id }) => id));
  return entries.flatMap((entry, at): readonly RemoteEntry[] => {
    if (entry.state === 'deleted') return [entry];
    const heldHash = states[at]?.hash;
    if (heldHash === undefined) {
      newThings -= 1;
      return newThings >= 0 ? [entry] : [];
    }
    if (room !== 'none' || entry.hash === heldHash) return [entry];
    // What it holds could grow without end, each change larger than the one before.
    return [{ ...entry, state: 'left-out', text: undefined, observedAt: undefined }];
  });
};
