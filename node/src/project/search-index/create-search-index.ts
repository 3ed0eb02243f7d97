import { setImmediate } from 'node:timers/promises';
import type { ChangeLogReader, LogEntry } from '../../log/change-log.ts';
import type { Library } from '../library.ts';
import {
  beginLog,
  emptyReading,
  endWalks,
  isBehind,
  leadsOn,
  leadsToAll,
  type LibraryReading,
  type LogCursor,
  nextReplicas,
  startReading,
} from './library-reading.ts';
import { changesDuringMergeMax, type MergeRules, mergeRules, searchIndexLimits } from './limits.ts';
import { isMergeDue } from './merge-due.ts';
import { mergeOnWorker, type RunMerge } from './run-merge.ts';
import type { SearchState } from './search-state.ts';
import type { SearchIndex } from './search-view.ts';
import { createStateMerger } from './state-merger.ts';

/** What a search index needs. */
export interface SearchIndexOptions {
  /** Language of texts that name none. */
  readonly language: string;
  /** Told of a merge that failed; the index goes on with what it has. */
  readonly onFault?: (cause: unknown) => void;
  /** Told of another node's log that could not be read; the others are. */
  readonly onReplicaFault?: (origin: string, cause: unknown) => void;
  /** How bases are made that take long; on a worker when absent. */
  readonly runMerge?: RunMerge;
  readonly rules?: MergeRules;
  /** Milliseconds that only ever grow. */
  readonly nowMs?: () => number;
}

/** Makes an index that holds nothing yet. */
export const createSearchIndex = (options: SearchIndexOptions): SearchIndex => {
  const { language, runMerge = mergeOnWorker, onFault = () => undefined, onReplicaFault = () => undefined } = options;
  const { nowMs = () => performance.now() } = options;
  const { firstBuild, kept, inProcessThingsMax } = options.rules ?? mergeRules;
  const merger = createStateMerger(runMerge, inProcessThingsMax, onFault);
  let shown = emptyReading(language);
  /** Another one only while everything is read anew. */
  let build: LibraryReading | undefined;
  let ready = false;
  let ownEpoch = '';
  let ownPosition = 0;
  let lastRead = '';
  let running: Promise<void> | undefined;
  let waiting: (() => void)[] = [];
  let closed = false;
  let sliceEndMs = 0;

  const mergeWhereDue = async (state: SearchState): Promise<void> => {
    const threshold = state === shown.state ? kept : firstBuild;
    if (!isMergeDue(state.sizes(), threshold)) return;
    merger.start(state);
    if (isMergeDue(state.sizes(), threshold, changesDuringMergeMax)) await merger.running;
  };

  /** Takes up entries, a few milliseconds at a time. */
  const take = async (
    { state }: LibraryReading,
    cursor: LogCursor,
    entries: readonly LogEntry[],
    { log, library }: { readonly log: ChangeLogReader; readonly library: Library },
  ): Promise<void> => {
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (closed) return;
      state.apply(library.entry(log, entry));
      cursor.position = entry.position;
      if (performance.now() < sliceEndMs) continue;
      await setImmediate();
      sliceEndMs = performance.now() + searchIndexLimits.sliceMs;
    }
    await mergeWhereDue(state);
  };

  /** Reads one batch of a log. @returns whether more follow */
  const readOn = async (reading: LibraryReading, log: ChangeLogReader, library: Library): Promise<boolean> => {
    const cursor = reading.cursors.get(log.origin) ?? beginLog(reading, log);
    const { walk } = cursor;
    if (walk !== undefined) {
      const batch = await walk.next();
      if (batch.done === true) cursor.walk = undefined;
      else await take(reading, cursor, batch.value, { log, library });
      return true;
    }
    const { entries, head, more } = await log.page(cursor.position, searchIndexLimits.entriesRead);
    await take(reading, cursor, entries, { log, library });
    if (!more && !closed) cursor.position = Math.max(cursor.position, head.position);
    return more;
  };

  const readReplica = async (reading: LibraryReading, log: ChangeLogReader, library: Library): Promise<void> => {
    try {
      await readOn(reading, log, library);
    } catch (fault) {
      const cursor = reading.cursors.get(log.origin);
      if (cursor !== undefined) {
        cursor.walk = undefined;
        cursor.notBeforeMs = nowMs() + searchIndexLimits.replicaRetryMs;
      }
      // One that nobody follows any more may be closed at any moment.
      if (!closed && library.replicas().includes(log)) onReplicaFault(log.origin, fault);
    }
  };

  /** @returns whether more follow */
  const readOwn = async (reading: LibraryReading, library: Library): Promise<boolean> =>
    leadsOn(reading, library.own) && isBehind(reading, library.own) && readOn(reading, library.own, library);

  const replicasBehind = (reading: LibraryReading, library: Library): readonly ChangeLogReader[] =>
    nextReplicas(reading, library, { nowMs: nowMs(), lastRead, mayBegin: reading === (build ?? shown) });

  /** @returns whether there was anything to read */
  const readReplicas = async (reading: LibraryReading, library: Library): Promise<boolean> => {
    const logs = replicasBehind(reading, library);
    for (const log of logs) {
      lastRead = log.origin;
      await readReplica(reading, log, library);
    }
    return logs.length > 0;
  };

  /** Tells those who wait for the own things that they are found. */
  const settleOwn = (library: Library): void => {
    if (!ready) return;
    const cursor = shown.cursors.get(library.own.origin);
    ownPosition = cursor?.position ?? 0;
    ownEpoch = cursor?.epoch ?? '';
    if (isBehind(shown, library.own)) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const show = async (reading: LibraryReading): Promise<void> => {
    // Before anyone searches it, it is made fast.
    if (isMergeDue(reading.state.sizes(), kept)) {
      await merger.running;
      merger.start(reading.state);
      await merger.running;
    }
    await endWalks(shown);
    shown = reading;
    build = undefined;
    ready = true;
  };

  const isLate = (library: Library): boolean => {
    if (!ready || build !== undefined || shown.state.isWornOut || !leadsToAll(shown, library)) return true;
    return isBehind(shown, library.own) || replicasBehind(shown, library).length > 0;
  };

  /** The reading that leads to what the library holds: what is shown, as long as it does. */
  const soundReading = async (library: Library): Promise<LibraryReading> => {
    const current = build ?? shown;
    const isSound = (build !== undefined || (ready && !shown.state.isWornOut)) && leadsToAll(current, library);
    if (isSound) return current;
    await endWalks(current);
    build = startReading(library, language);
    return build;
  };

  /** Reads a batch or two: however much others have, the own things are found first. */
  const takeTurn = async (library: Library): Promise<void> => {
    const reading = await soundReading(library);
    const isAnew = ready && reading !== shown;
    // While everything is read anew, what is shown is kept up as far as it can be.
    if (isAnew) {
      await readOwn(shown, library);
      settleOwn(library);
      await readReplicas(shown, library);
    }
    if (await readOwn(reading, library)) return;
    if (!ready && !closed) await show(reading);
    settleOwn(library);
    if ((await readReplicas(reading, library)) || !isAnew || closed) return;
    await show(reading);
    settleOwn(library);
  };

  const mayGoOn = (library: Library): boolean => !closed && isLate(library);

  const catchUp = async (library: Library): Promise<void> => {
    try {
      await setImmediate();
      // The last look at the heads and the end are one step: who changes a log after it starts another run.
      while (mayGoOn(library)) await takeTurn(library);
    } finally {
      running = undefined;
      // Who still waits hears from this run.
      waiting = [];
    }
  };

  const follow = (library: Library): Promise<void> => {
    running ??= catchUp(library);
    return running;
  };

  return {
    get position() {
      return ownPosition;
    },
    get epoch() {
      return ownEpoch;
    },
    get ready() {
      return ready;
    },
    isLate,
    knowsAllOf: (log) => ready && !shown.state.isWornOut && leadsOn(shown, log) && !isBehind(shown, log),
    follow,
    followOwn(library) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      return Promise.race([promise, follow(library)]);
    },
    view: () => shown.state,
    async [Symbol.asyncDispose]() {
      closed = true;
      await merger[Symbol.asyncDispose]();
      // Whoever asked for it hears of a fault.
      await running?.catch(() => undefined);
      for (const reading of [shown, build]) if (reading !== undefined) await endWalks(reading);
    },
  };
};
