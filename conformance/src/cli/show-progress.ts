import { showable } from '../reports/showable.ts';
import type { Progress } from '../run/progress.ts';
import type { Streams } from './streams.ts';

/** Shows how far a run is, on a terminal in one line that is written anew; elsewhere nothing. */
export const showProgress = ({ errors }: Streams): { onProgress: (progress: Progress) => void; end: () => void } => {
  if (errors.isTTY !== true) return { onProgress: () => {}, end: () => {} };
  let judged = '';
  let gathering = '';
  return {
    onProgress(progress) {
      if (progress.step === 'judged') judged = `${progress.judged} of ${progress.checks} checks`;
      else gathering = `${progress.evidence} ${progress.words}`;
      const line = showable([judged, gathering].filter((part) => part !== '').join(', '));
      // A line that is wider than the terminal would wrap, and stay.
      errors.write(`\r${line.slice(0, (errors.columns ?? 80) - 1)}\u001B[K`);
    },
    end: () => errors.write('\r\u001B[K'),
  };
};
