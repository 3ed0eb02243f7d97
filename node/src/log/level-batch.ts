import type { Position } from '@openstraat/spec';
import type { RecordChange, ThingChange } from './change-log.ts';
import { encodeEntry } from './entry-codec.ts';
import { entryKey, recordKey, stateKey, tombstoneKey } from './keys.ts';
import type { LevelBatch } from './level-database.ts';
import { encodeState } from './state-codec.ts';

const putThing = (batch: LevelBatch, position: Position, change: ThingChange): void => {
  const { id, text, hash, observedAt, previous } = change;
  if (previous !== undefined) {
    batch.del(entryKey(previous.position));
    if (previous.hash === undefined) batch.del(tombstoneKey(previous.position));
  }
  batch.put(entryKey(position), encodeEntry(id, text));
  batch.put(stateKey(id), encodeState({ position, hash, observedAt }));
  if (hash === undefined) batch.put(tombstoneKey(position), id);
};

/** Puts things at their positions, one by one from the first. */
export const putThings = (batch: LevelBatch, first: Position, things: readonly ThingChange[]): void => {
  things.forEach((change, index) => putThing(batch, first + index, change));
};

/** Puts and removes records. */
export const putRecords = (batch: LevelBatch, records: readonly RecordChange[]): void => {
  for (const { table, key, value } of records) {
    if (value === undefined) batch.del(recordKey(table, key));
    else batch.put(recordKey(table, key), value);
  }
};
