import { parseThingId, type ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange } from '../log/change-log.ts';
import { movedNodeRecord } from '../log/moved.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { noScope, scopeOf } from '../model/scope.ts';
import { idsAtPlace, removeWhole } from './remove.ts';

const thingsAtOnce = 500;

/** A thing, and what it is called where it lives on. */
export interface MovedThing {
  readonly id: ThingId;
  /** Its new id. */
  readonly to: string;
}

/** What moved away by itself, by id: imports must not bring it back. Few, so they are kept in memory. */
export const readMovedIds = async (log: ChangeLog): Promise<Set<string>> => {
  const ids = new Set<string>();
  for await (const records of log.allRecords('moved', '')) for (const [id] of records) ids.add(id);
  return ids;
};

/** Leaves tombstones that say where things live on. @returns how many were there */
const leavePointers = async (log: ChangeLog, moves: readonly MovedThing[], points: boolean): Promise<number> => {
  const entries = await Promise.all(moves.map(({ id }) => log.get(id)));
  const things = entries.flatMap((entry) =>
    entry?.text === undefined ? [] : [{ id: entry.id, scope: scopeOf(entry.kind, { ...fromStoredText(entry.text) }) }],
  );
  const there = new Set(things.map(({ id }) => id));
  const records = moves.flatMap(({ id, to }): RecordChange[] =>
    points && there.has(id) ? [{ table: 'moved', key: id, value: to }] : [],
  );
  return removeWhole(log, things, records);
};

/**
 * Lets a place live on elsewhere, with what stands at it: that goes first, so that a stop in between leaves nothing that hangs in the air.
 * @param sameKeys whether what stands at it has the same path there
 * @returns how many things went
 */
export const movePlaceAway = async (
  log: ChangeLog,
  { id, to }: MovedThing,
  { sameKeys }: { readonly sameKeys: boolean },
): Promise<number> => {
  const key = parseThingId(id)?.key ?? noScope;
  const origin = new URL(to).origin;
  let moved = 0;
  for await (const ids of idsAtPlace(log, key))
    moved += await leavePointers(
      log,
      ids.map((each) => ({ id: each, to: origin + each })),
      sameKeys,
    );
  return moved + (await leavePointers(log, [{ id, to }], true));
};

/**
 * Lets everything live on under another origin, path by path. Called again, it goes on where it was stopped.
 * @returns how many things went
 */
export const moveAllAway = async (
  log: ChangeLog,
  origin: string,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<number> => {
  await inTurn(() =>
    log.append({ things: [], records: [{ table: 'node', key: movedNodeRecord, value: origin }] }, { durable: true }),
  );
  for (let moved = 0; ;) {
    const ids = await log.ids('/', { limit: thingsAtOnce });
    if (ids.length === 0) return moved;
    const moves = ids.map((id) => ({ id, to: origin + id }));
    // Every tombstone of a node that moved points on by itself.
    moved += await inTurn(() => leavePointers(log, moves, false));
  }
};
