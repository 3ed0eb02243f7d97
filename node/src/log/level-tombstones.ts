import type { Position, ThingId } from '@openstraat/spec';
import { withoutTombstones } from './head.ts';
import { entryKey, positionOfKey, stateKey, tombstoneKey, tombstonesUpTo } from './keys.ts';
import { type LevelDatabase, scan } from './level-database.ts';
import type { LevelWriter } from './level-writer.ts';

/** Forgets the tombstones at or below a position, some at a time, each batch whole in itself. @returns how many went */
export const dropLevelTombstones = async (
  database: LevelDatabase,
  writer: LevelWriter,
  upTo: Position,
): Promise<number> => {
  let count = 0;
  for await (const chunk of scan(database, tombstonesUpTo(upTo))) {
    const { meta } = writer;
    const positions = chunk.map(([key]) => positionOfKey(key));
    await writer.write({ ...meta, head: withoutTombstones(meta.head, positions) }, true, (batch) => {
      for (const [key, id] of chunk) {
        const position = positionOfKey(key);
        batch.del(tombstoneKey(position));
        batch.del(entryKey(position));
        batch.del(stateKey(id as ThingId));
      }
    });
    count += chunk.length;
  }
  return count;
};
