import { runLimits } from './limits.ts';

/** What whoever sits before the terminal is asked for. @param offer the id of one whose changes can be judged */
export const changeWanted = (offer: string | undefined): string =>
  `Change something at the publisher now, for example the price of ${offer ?? 'an offer'}, and delete something.`;

/** What came of waiting. */
export type Waited = 'not-waited' | 'changed' | 'unchanged' | 'out-of-sight';

/**
 * Waits until somebody has changed the publisher, and has done with it.
 * @param options `readHead` gives the position of the feed's head, `pause` waits, `tell` says how long it may still take
 */
export const waitForChange = async (
  waitMs: number,
  options: {
    readonly readHead: () => Promise<number | undefined>;
    readonly pause: (ms: number) => Promise<void>;
    readonly tell: (remainingMs: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<Waited> => {
  const { readHead, pause, tell, signal } = options;
  if (waitMs <= 0) return 'not-waited';
  const before = await readHead();
  let head = before;
  let changedMs: number | undefined;
  for (let waitedMs = 0; waitedMs < waitMs && !signal.aborted;) {
    tell(waitMs - waitedMs);
    if (changedMs !== undefined && waitedMs - changedMs >= runLimits.settleMs) break;
    const nextMs = Math.min(runLimits.lookAgainMs, waitMs - waitedMs);
    await pause(nextMs);
    waitedMs += nextMs;
    const now = await readHead();
    // A look that fails says nothing.
    if (now === undefined || now === head) continue;
    head = now;
    changedMs = waitedMs;
  }
  if (changedMs !== undefined) return 'changed';
  return before === undefined ? 'out-of-sight' : 'unchanged';
};

/** What the report says of it; undefined where nobody waited. */
export const waitedWords = (waited: Waited, waitMs: number): string | undefined => {
  const seconds = `${waitMs / 1_000} s`;
  switch (waited) {
    case 'changed':
      return 'The suite waited for a change, and the feed changed.';
    case 'unchanged':
      return `The suite waited ${seconds} for a change, and the feed did not change.`;
    case 'out-of-sight':
      return `The suite waited ${seconds} for a change; no checkpoint says whether the feed did.`;
    default:
      return undefined;
  }
};
