import { setImmediate } from 'node:timers/promises';
import type { ChangeLogReader, LogEntry } from '../../log/change-log.ts';
import { changesDuringMergeMax, type MergeRules, mergeRules, searchIndexLimits } from './limits.ts';
import { isMergeDue } from './merge-due.ts';
import { mergeOnWorker, type RunMerge } from './run-merge.ts';
import { SearchState } from './search-state.ts';
import type { SearchIndex } from './search-view.ts';
import { createStateMerger } from './state-merger.ts';

/** What a search index needs. */
export interface SearchIndexOptions {
  /** Language of texts that name none. */
  readonly language: string;
  /** Told of a merge that failed; the index goes on with what it has. */
  readonly onFault?: (cause: unknown) => void;
  /** How bases are made that take long; on a worker when absent. */
  readonly runMerge?: RunMerge;
  readonly rules?: MergeRules;
}

/** What is being built from the log, and where the log stood when that began. */
interface Build {
  readonly state: SearchState;
  readonly epoch: string;
  readonly startedAt: number;
}

/** Makes an index that holds nothing yet. */
export const createSearchIndex = (options: SearchIndexOptions): SearchIndex => {
  const { language, runMerge = mergeOnWorker, onFault = () => undefined } = options;
  const { firstBuild, kept, inProcessThingsMax } = options.rules ?? mergeRules;
  const merger = createStateMerger(runMerge, inProcessThingsMax, onFault);
  /** What is shown; `build` is another one only while everything is read anew. */
  let shown = new SearchState('', language);
  let shownEpoch = '';
  let ready = false;
  let build: Build | undefined;
  let running: Promise<void> | undefined;
  let closed = false;
  let sliceEndMs = 0;

  const startBuild = (log: ChangeLogReader): Build => {
    const { epoch, position, liveByKind } = log.head();
    const state = new SearchState(log.origin, language);
    state.reserve(liveByKind);
    return { state, epoch, startedAt: position };
  };

  /** Whether what was read so far no longer leads to what the log holds. */
  const mustStartAnew = ({ state, epoch, startedAt }: Build, log: ChangeLogReader): boolean => {
    const head = log.head();
    const hasMissedDeletions = head.droppedTombstone > Math.max(state.position, startedAt);
    return epoch !== head.epoch || hasMissedDeletions || (state === shown && state.isWornOut);
  };

  const mergeWhereDue = async (state: SearchState): Promise<void> => {
    const threshold = state === shown ? kept : firstBuild;
    if (!isMergeDue(state.sizes(), threshold)) return;
    merger.start(state);
    if (isMergeDue(state.sizes(), threshold, changesDuringMergeMax)) await merger.running;
  };

  /** Takes up entries, a few milliseconds at a time. */
  const take = async (state: SearchState, entries: readonly LogEntry[]): Promise<void> => {
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (closed) return;
      state.apply(entry);
      state.position = entry.position;
      if (performance.now() < sliceEndMs) continue;
      await setImmediate();
      sliceEndMs = performance.now() + searchIndexLimits.sliceMs;
    }
    await mergeWhereDue(state);
  };

  /** Reads all that there is in one go: page by page, each page would keep memory of the log's for a while. */
  const takeAll = async (state: SearchState, log: ChangeLogReader): Promise<void> => {
    for await (const entries of log.entries()) {
      if (closed) return;
      await take(state, entries);
    }
  };

  /** @returns whether more follow */
  const takePage = async (state: SearchState, log: ChangeLogReader): Promise<boolean> => {
    const { entries, head, more } = await log.page(state.position, searchIndexLimits.entriesRead);
    await take(state, entries);
    if (!more && !closed) state.position = Math.max(state.position, head.position);
    return more;
  };

  const readToHead = async (log: ChangeLogReader): Promise<SearchState | undefined> => {
    for (let more = true; more || build === undefined || build.state.position < log.head().position;) {
      if (closed) return undefined;
      if (build === undefined || mustStartAnew(build, log)) {
        build = startBuild(log);
        await takeAll(build.state, log);
      }
      more = await takePage(build.state, log);
    }
    return build.state;
  };

  const catchUp = async (log: ChangeLogReader): Promise<void> => {
    try {
      await setImmediate();
      for (let state = await readToHead(log); state !== undefined && state !== shown; state = await readToHead(log)) {
        // Before anyone searches it, it is made fast.
        if (isMergeDue(state.sizes(), kept)) {
          merger.start(state);
          await merger.running;
        }
        shown = state;
        shownEpoch = build?.epoch ?? '';
        ready = true;
      }
    } finally {
      // In the same step as the last look at the head: who changes the log after it starts another run.
      running = undefined;
    }
  };

  return {
    get position() {
      return shown.position;
    },
    get epoch() {
      return shownEpoch;
    },
    get ready() {
      return ready;
    },
    follow(log) {
      running ??= catchUp(log);
      return running;
    },
    view: () => shown,
    async [Symbol.asyncDispose]() {
      closed = true;
      await merger[Symbol.asyncDispose]();
      // Whoever asked for it hears of a fault.
      await running?.catch(() => undefined);
    },
  };
};
