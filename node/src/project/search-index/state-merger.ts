import { mergeRetryCallsMax } from './limits.ts';
import { thingsIn } from './merge-due.ts';
import { mergeInProcess, type RunMerge } from './run-merge.ts';
import type { SearchState } from './search-state.ts';

/** Merges a state on another thread while it stays in use: one merge at a time. */
export interface StateMerger extends AsyncDisposable {
  /** The merge that runs, if any. */
  readonly running: Promise<void> | undefined;
  /** Starts a merge, unless one runs or the last ones failed only just now. Never rejects. */
  start(state: SearchState): void;
}

/**
 * Makes a merger.
 * @param inProcessThingsMax below this many things a state is merged here and now
 * @param onFault is told why a merge failed: the state goes on with its old base, and the next tries come later and later
 */
export const createStateMerger = (
  runOnWorker: RunMerge,
  inProcessThingsMax: number,
  onFault: (cause: unknown) => void,
): StateMerger => {
  const closing = new AbortController();
  let running: Promise<void> | undefined;
  let failures = 0;
  let callsToWait = 0;

  const mergeState = async (state: SearchState): Promise<void> => {
    const run = thingsIn(state.sizes()) < inProcessThingsMax ? mergeInProcess : runOnWorker;
    const input = state.mergeInput();
    try {
      const merged = await run(input, closing.signal);
      if (closing.signal.aborted) return;
      state.take(merged, input);
      failures = 0;
    } catch (cause) {
      state.forgetMerge();
      if (closing.signal.aborted) return;
      failures += 1;
      callsToWait = Math.min(2 ** failures, mergeRetryCallsMax);
      onFault(cause);
    }
  };

  return {
    get running() {
      return running;
    },
    start(state) {
      if (running !== undefined || closing.signal.aborted || callsToWait-- > 0) return;
      callsToWait = 0;
      running = mergeState(state).finally(() => {
        running = undefined;
      });
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await running;
    },
  };
};
