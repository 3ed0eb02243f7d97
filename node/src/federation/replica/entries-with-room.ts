import type { ChangeLogReader } from '../../log/change-log.ts';
import type { RemoteEntry } from '../../model/replica.ts';
import type { DiskVerdict } from './disk-share.ts';

/**
 * What a replica takes of a page. One that is full still hears of what it holds: a price that is no longer true, and
 * above all what its peer has deleted, must not stay for want of room.
 */
export const entriesWithRoom = async (
  entries: readonly RemoteEntry[],
  room: DiskVerdict['room'],
  log: Pick<ChangeLogReader, 'states'>,
): Promise<readonly RemoteEntry[]> => {
  if (room === 'all') return entries;
  const states = await log.states(entries.map(({ id }) => id));
  return entries.flatMap((entry, at): readonly RemoteEntry[] => {
    if (entry.state === 'deleted') return [entry];
    const heldHash = states[at]?.hash;
    if (heldHash === undefined) return [];
    if (room === 'changes' || entry.hash === heldHash) return [entry];
    // What it holds could grow without end, each change larger than the one before.
    return [{ ...entry, state: 'left-out', text: undefined, observedAt: undefined }];
  });
};
