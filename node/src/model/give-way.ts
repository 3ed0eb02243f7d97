import { setImmediate } from 'node:timers/promises';

/** How long work that comes in thousands of pieces holds the thread before others get their turn. */
const holdMs = 2;

let turnStartedMs = 0;
let nextTurn: Promise<void> | undefined;

/** One for all who wait: together they hold the thread no longer than one alone. */
const takeTurn = async (): Promise<void> => {
  await setImmediate();
  nextTurn = undefined;
  turnStartedMs = performance.now();
};

/** Lets requests have their turn, if it has been a while; to be awaited between pieces of long work. Undefined where it goes on at once. */
export const giveWay = (): Promise<void> | undefined => {
  if (performance.now() - turnStartedMs < holdMs) return undefined;
  nextTurn ??= takeTurn();
  return nextTurn;
};
