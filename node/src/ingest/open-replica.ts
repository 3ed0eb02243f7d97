import type { ChangeLog } from '../log/change-log.ts';
import { smallLevelDatabase } from '../log/level-database.ts';
import { openLevelChangeLog } from '../log/open-level-change-log.ts';
import type { Clock } from '../model/clock.ts';
import type { ReplicaWriter } from '../model/replica.ts';
import { createReplicaWriter } from './replica-writer.ts';

/**
 * Opens the replica of a peer in a folder, or starts one there.
 * @throws {Fault} as `openLevelChangeLog`
 */
export const openReplica = async (
  folder: string,
  origin: string,
  clock: Clock,
): Promise<{ readonly log: ChangeLog; readonly writer: ReplicaWriter }> => {
  const log = await openLevelChangeLog(folder, { origin, clock, database: smallLevelDatabase });
  return { log, writer: createReplicaWriter(log) };
};
