import { showable } from '../reports/showable.ts';
import type { Progress } from '../run/progress.ts';
import type { Streams } from './streams.ts';

const clearLine = '\r\u001B[K';

const inSeconds = (ms: number): string => `${Math.ceil(ms / 1_000)} s left`;

/** Shows how far a run is, on a terminal in one line that is written anew; elsewhere only what somebody should do. */
export const showProgress = ({ errors }: Streams): { onProgress: (progress: Progress) => void; end: () => void } => {
  let wanted = '';
  /** Said once, in a line that stays. */
  const ask = (words: string, remainingMs: number): void => {
    if (words === wanted) return;
    wanted = words;
    errors.write(`${errors.isTTY === true ? clearLine : ''}${words} (${inSeconds(remainingMs)})\n`);
  };
  if (errors.isTTY !== true)
    return {
      onProgress: (progress) => {
        if (progress.step === 'waiting') ask(progress.words, progress.remainingMs);
      },
      end: () => {},
    };
  let judged = '';
  let gathering = '';
  return {
    onProgress(progress) {
      if (progress.step === 'judged') judged = `${progress.judged} of ${progress.checks} checks`;
      else if (progress.step === 'gathering') gathering = `${progress.evidence} ${progress.words}`;
      else {
        ask(progress.words, progress.remainingMs);
        gathering = `waiting for a change, ${inSeconds(progress.remainingMs)}`;
      }
      const line = showable([judged, gathering].filter((part) => part !== '').join(', '));
      // A line that is wider than the terminal would wrap, and stay.
      errors.write(`\r${line.slice(0, (errors.columns ?? 80) - 1)}\u001B[K`);
    },
    end: () => errors.write(clearLine),
  };
};
