import { kinds, type Position } from '@openstraat/spec';
import type { ChangeLogReader, LogEntry } from '../../log/change-log.ts';
import type { Library } from '../library.ts';
import { SearchState } from './search-state.ts';

/** Where an index stands in one log. */
export interface LogCursor {
  readonly epoch: string;
  /** Head of the log when its reading began: what was deleted before that never went in. */
  readonly startedAt: Position;
  /** Everything up to here is in it. */
  position: Position;
  /** The first reading, of all there is: page by page, each page would keep memory of the log's for a while. */
  walk: AsyncIterator<readonly LogEntry[]> | undefined;
  /** Until when it is left alone after a fault. */
  notBeforeMs: number;
}

/** What is being made of a library: a state of the index, and where it stands in each log, by origin. */
export interface LibraryReading {
  readonly state: SearchState;
  readonly cursors: Map<string, LogCursor>;
}

/** One that has read nothing yet, of nothing. */
export const emptyReading = (language: string): LibraryReading => ({
  state: new SearchState('', language),
  cursors: new Map(),
});

/** One that has read nothing yet, with room for what the library holds. */
export const startReading = ({ own, replicas }: Library, language: string): LibraryReading => {
  const state = new SearchState(own.origin, language);
  const live = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<(typeof kinds)[number], number>;
  for (const log of [own, ...replicas()]) for (const kind of kinds) live[kind] += log.head().liveByKind[kind];
  state.reserve(live);
  return { state, cursors: new Map() };
};

/** Begins to read a log. */
export const beginLog = ({ cursors }: LibraryReading, log: ChangeLogReader): LogCursor => {
  const { epoch, position: startedAt } = log.head();
  const walk = log.entries()[Symbol.asyncIterator]();
  const cursor: LogCursor = { epoch, startedAt, position: 0, walk, notBeforeMs: 0 };
  cursors.set(log.origin, cursor);
  return cursor;
};

/** Whether reading on leads to what a log holds: not in another epoch, or behind deletions that were forgotten. */
export const leadsOn = ({ cursors }: LibraryReading, log: ChangeLogReader): boolean => {
  const cursor = cursors.get(log.origin);
  if (cursor === undefined) return true;
  const { epoch, droppedTombstone } = log.head();
  return cursor.epoch === epoch && droppedTombstone <= Math.max(cursor.position, cursor.startedAt);
};

/** Whether it leads to what the library holds: only a new one does where a log is gone. */
export const leadsToAll = (reading: LibraryReading, { own, replicas }: Library): boolean => {
  const logs = [own, ...replicas()];
  const origins = new Set(logs.map(({ origin }) => origin));
  return logs.every((log) => leadsOn(reading, log)) && reading.cursors.keys().every((origin) => origins.has(origin));
};

/** Whether a log holds more than was read. */
export const isBehind = ({ cursors }: LibraryReading, log: ChangeLogReader): boolean => {
  const cursor = cursors.get(log.origin);
  return cursor === undefined || cursor.walk !== undefined || cursor.position < log.head().position;
};

/** The replicas to read on from, each in its turn: one that is kept up, and one that is read for the first time. */
export const nextReplicas = (
  reading: LibraryReading,
  { replicas }: Library,
  { nowMs, lastRead, mayBegin }: { readonly nowMs: number; readonly lastRead: string; readonly mayBegin: boolean },
): readonly ChangeLogReader[] => {
  const { cursors } = reading;
  const behind = replicas().filter(
    (log) => nowMs >= (cursors.get(log.origin)?.notBeforeMs ?? 0) && leadsOn(reading, log) && isBehind(reading, log),
  );
  const isWalking = ({ origin }: ChangeLogReader): boolean => cursors.get(origin)?.walk !== undefined;
  const late = behind.filter((log) => cursors.has(log.origin) && !isWalking(log));
  const kept = late.find(({ origin }) => origin > lastRead) ?? late[0];
  // One after the other: each holds a picture of its log while it is read.
  const first = mayBegin ? (behind.find(isWalking) ?? behind.find(({ origin }) => !cursors.has(origin))) : undefined;
  return [kept, first].filter((log) => log !== undefined);
};

/** Lets go of the logs that are being read for the first time; they can be read on page by page. */
export const endWalks = async ({ cursors }: LibraryReading): Promise<void> => {
  for (const cursor of cursors.values()) {
    const { walk } = cursor;
    cursor.walk = undefined;
    // A log that is closed by now has let go by itself.
    await walk?.return?.().catch(() => undefined);
  }
};
