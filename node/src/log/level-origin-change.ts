import { addToDigest, digestTerm, type ThingId } from '@openstraat/spec';
import type { LogEntry, ThingState } from './change-log.ts';
import { decodeEntry } from './entry-codec.ts';
import { entriesAfter, positionOfKey, stateKey } from './keys.ts';
import { type LevelDatabase, scan } from './level-database.ts';
import { corruptFault } from './level-fault.ts';
import type { LevelWriter } from './level-writer.ts';
import type { OriginChange } from './meta-codec.ts';
import { decodeState, encodeState } from './state-codec.ts';
import { storedTextHash } from './stored-text.ts';

type LiveThing = readonly [id: ThingId, state: ThingState];

const underOrigin = async (
  database: LevelDatabase,
  entries: readonly LogEntry[],
  origin: string,
): Promise<readonly LiveThing[]> => {
  const stored = await database.getMany(entries.map(({ id }) => stateKey(id)));
  return entries.flatMap(({ kind, id, text }, index): LiveThing[] => {
    const state = decodeState(kind, stored[index] ?? '');
    if (state === undefined) throw corruptFault(database.location, `has no state of ${id}`);
    return text === undefined ? [] : [[id, { ...state, hash: storedTextHash(text, origin) }]];
  });
};

/**
 * Gives every thing its hash under the new origin, some at a time. Each batch says how far it came,
 * so that a change that was cut off goes on where it stopped.
 */
export const finishOriginChange = async (
  database: LevelDatabase,
  writer: LevelWriter,
  begun: OriginChange,
): Promise<void> => {
  let change = begun;
  for await (const chunk of scan(database, entriesAfter(begun.after))) {
    const entries = chunk.flatMap(([key, value]) => decodeEntry(positionOfKey(key), value) ?? []);
    const things = await underOrigin(database, entries, change.origin);
    const digest = things.reduce(
      (sum, [id, { hash = '' }]) => addToDigest(sum, digestTerm(change.origin + id, hash)),
      change.digest,
    );
    change = { ...change, digest, after: positionOfKey(chunk.at(-1)?.[0] ?? '') };
    await writer.write({ ...writer.meta, originChange: change }, false, (batch) => {
      for (const [id, state] of things) batch.put(stateKey(id), encodeState(state));
    });
  }
  const { origin, epoch, digest } = change;
  const head = { ...writer.meta.head, epoch, digest };
  await writer.write({ origin, head, originChange: undefined }, true, () => undefined);
};
