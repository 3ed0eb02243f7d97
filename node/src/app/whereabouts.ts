import { z } from 'zod';
import type { Ingest } from '../ingest/ingest.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { nodeMovedTo } from '../log/moved.ts';
import type { Whereabouts } from '../output/whereabouts.ts';

const formerlyRecord = 'formerly';
const formerlySchema = z.array(z.string());

/** Where the node is, kept in the log and in memory: every request asks for it. */
export interface KeptWhereabouts extends Whereabouts {
  /** Lets everything live on under another origin. @returns how many things went */
  moveAway(origin: string): Promise<number>;
  /** Takes that back. */
  comeBack(): Promise<void>;
  rememberFormerly(origins: readonly string[]): Promise<void>;
}

/** Reads it from the log. */
export const openWhereabouts = async (
  log: ChangeLogReader,
  ingest: Pick<Ingest, 'moveAllAway' | 'forgetMove' | 'remember'>,
): Promise<KeptWhereabouts> => {
  const kept = await log.record('node', formerlyRecord);
  let formerly: readonly string[] = kept === undefined ? [] : formerlySchema.parse(JSON.parse(kept));
  let movedTo = await nodeMovedTo(log);
  if (movedTo === log.origin) {
    // A backup that was made after the move, and put back where it went.
    await ingest.forgetMove('node');
    movedTo = undefined;
  }
  return {
    movedTo: () => movedTo,
    formerly: () => formerly,
    async moveAway(origin) {
      // The description says so before the first thing goes: who reads a tombstone looks there.
      movedTo = origin;
      try {
        return await ingest.moveAllAway(origin);
      } finally {
        movedTo = await nodeMovedTo(log);
      }
    },
    async comeBack() {
      await ingest.forgetMove('node');
      movedTo = undefined;
    },
    async rememberFormerly(origins) {
      await ingest.remember(formerlyRecord, JSON.stringify(origins));
      formerly = origins;
    },
  };
};
