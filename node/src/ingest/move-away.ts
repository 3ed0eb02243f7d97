import { parseThingId, type ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange } from '../log/change-log.ts';
import { formatMoved, movedNodeRecord, nodeMovedTo, parseMoved } from '../log/moved.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { noScope, scopeOf } from '../model/scope.ts';
import { idsAtPlace } from './dependents.ts';
import { dropRecord } from './drop-record.ts';
import { removeWhole } from './remove-whole.ts';

const thingsAtOnce = 500;

/** A thing, and what it is called where it lives on. */
export interface MovedThing {
  readonly id: ThingId;
  /** Its new id. */
  readonly to: string;
}

/** What moved away: imports must not bring it back. */
export interface MovedAway {
  /** The whole node did. */
  readonly all: boolean;
  /** What did so by itself, by id. Few, so they are kept in memory. */
  readonly ids: ReadonlySet<string>;
}

/** Reads what moved away. */
export const readMovedAway = async (log: ChangeLog): Promise<MovedAway> => {
  const ids = new Set<string>();
  for await (const records of log.allRecords('moved', '')) for (const [id] of records) ids.add(id);
  return { all: (await nodeMovedTo(log)) !== undefined, ids };
};

/** Takes back that a place moved away, and what went along with it; the place last, so that it can be said again after a stop in between. */
export const forgetMovedWith = async (log: ChangeLog, place: ThingId): Promise<void> => {
  for await (const moved of log.allRecords('moved', '')) {
    const along = moved.filter(([id, value]) => id !== place && parseMoved(value).place === place);
    for (let at = 0; at < along.length; at += thingsAtOnce) {
      const records = along.slice(at, at + thingsAtOnce).map(([id]) => dropRecord('moved', id));
      await log.append({ things: [], records }, { durable: false });
    }
  }
  await log.append({ things: [], records: [dropRecord('moved', place)] }, { durable: true });
};

/**
 * Leaves tombstones that say where things live on.
 * @param place what they go along with; without it nothing is kept of each, since the node as a whole points on
 * @returns how many were there
 */
const leavePointers = async (
  log: ChangeLog,
  moves: readonly MovedThing[],
  place: ThingId | undefined,
): Promise<number> => {
  const entries = await Promise.all(moves.map(({ id }) => log.get(id)));
  const things = entries.flatMap((entry) =>
    entry?.text === undefined ? [] : [{ id: entry.id, scope: scopeOf(entry.kind, { ...fromStoredText(entry.text) }) }],
  );
  const there = new Set(things.map(({ id }) => id));
  const records = moves.flatMap(({ id, to }): RecordChange[] =>
    place !== undefined && there.has(id) ? [{ table: 'moved', key: id, value: formatMoved({ to, place }) }] : [],
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
      sameKeys ? id : undefined,
    );
  return moved + (await leavePointers(log, [{ id, to }], id));
};

/** Says that everything lives on under another origin, path by path; undefined takes that back. */
export const writeNodeMove = async (log: ChangeLog, origin: string | undefined): Promise<void> => {
  await log.append(
    { things: [], records: [{ table: 'node', key: movedNodeRecord, value: origin }] },
    { durable: true },
  );
};

/**
 * Leaves a tombstone of everything, once the node has been said to have moved. Called again, it goes on where it was stopped.
 * @returns how many things went
 */
export const clearAway = async (log: ChangeLog, inTurn: <T>(work: () => Promise<T>) => Promise<T>): Promise<number> => {
  for (let gone = 0; ;) {
    const ids = await log.ids('/', { limit: thingsAtOnce });
    if (ids.length === 0) return gone;
    const moves = ids.map((id) => ({ id, to: '' }));
    // Every tombstone of a node that moved points on by itself.
    gone += await inTurn(() => leavePointers(log, moves, undefined));
  }
};
