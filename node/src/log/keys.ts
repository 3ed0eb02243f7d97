import type { Position, ThingId } from '@openstraat/spec';
import type { RecordTable } from './change-log.ts';

/** A half-open range of keys: `gte` or `gt` is where it starts, `lt` the first key behind it. */
export type KeyRange = { readonly gte: string; readonly lt: string } | { readonly gt: string; readonly lt: string };

/** The head and what else the log counts, in one value. */
export const metaKey = 'meta';

// Sixteen digits sort as numbers do, and hold every safe integer.
const digits = (position: Position): string => String(position).padStart(16, '0');

/** The key of an entry: id and text, in the order of changes. */
export const entryKey = (position: Position): string => `l!${digits(position)}`;
/** The key of a thing's state. */
export const stateKey = (id: ThingId): string => `d!${id}`;
/** The key that finds a tombstone by its position. */
export const tombstoneKey = (position: Position): string => `x!${digits(position)}`;
/** The key of a record. */
export const recordKey = (table: RecordTable, key: string): string => `r!${table}!${key}`;

/** The position in the key of an entry or tombstone. */
export const positionOfKey = (key: string): Position => Number(key.slice(2));
/** The id in the key of a state. */
export const idOfKey = (key: string): ThingId => key.slice(2) as ThingId;

/** The order of keys: that of their UTF-8 bytes, which is that of their code points. */
export const compareKeys = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The first text behind all that start with `prefix`; undefined when nothing can follow. */
const prefixEnd = (prefix: string): string | undefined => {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.length > 0) {
    const last = points.pop() ?? 0;
    if (last === 0x10_ffff) continue;
    // Surrogates are no characters: what follows U+D7FF is U+E000.
    return String.fromCodePoint(...points, last === 0xd7_ff ? 0xe0_00 : last + 1);
  }
  return undefined;
};

/** The keys in `room` (`d!`, `r!mark!`) that go on with `prefix` and, where it is given, come behind `after`. */
export const keyRange = (room: string, prefix: string, after?: string): KeyRange => {
  const lt = prefixEnd(room + prefix) ?? room;
  return after === undefined || compareKeys(after, prefix) < 0 ? { gte: room + prefix, lt } : { gt: room + after, lt };
};

/** The keys of all entries above a position. */
export const entriesAfter = (after: Position): KeyRange => ({ gt: entryKey(after), lt: 'l"' });
/** The keys of tombstones at or below a position. */
export const tombstonesUpTo = (upTo: Position): KeyRange => ({
  gte: 'x!',
  lt: tombstoneKey(Math.max(0, Math.floor(upTo)) + 1),
});
/** Every key of one room. */
export const everyKey = (room: 'd!' | 'l!' | 'r!' | 'x!'): KeyRange => keyRange(room, '');
