import { setTimeout as sleep } from 'node:timers/promises';

/** Time as a test sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so long, or at once when the signal is given. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The clock on the wall. It keeps no process waiting: servers and readers do. */
export const wallClock: Clock = {
  now: Date.now,
  wait: (ms, signal) =>
    sleep(ms, undefined, { ref: false, ...(signal === undefined ? {} : { signal }) }).catch(() => {}),
};
