import type { ImportProgress } from '../control/commands.ts';
import { createProgressLine } from './progress-line.ts';
import { showCount, showDuration, type Terminal } from './terminal.ts';

/** How far an import is, in one line. */
const progressLine = ({ rows, bytes, bytesTotal, elapsedMs }: ImportProgress): string => {
  const rate = elapsedMs > 0 ? Math.round((rows * 1_000) / elapsedMs) : 0;
  const parts = [`${showCount(rows)} rows`, `${showCount(rate)} rows/s`];
  if (bytesTotal !== undefined && bytes > 0 && bytes <= bytesTotal)
    parts.push(
      `${Math.floor((bytes * 100) / bytesTotal)}%`,
      `${showDuration((elapsedMs * (bytesTotal - bytes)) / bytes)} left`,
    );
  return parts.join(', ');
};

/** Shows how far an import is. */
export const showProgress = (
  terminal: Terminal,
  label: string,
): { update: (event: ImportProgress) => void; end: () => void } => {
  const { update, end } = createProgressLine(terminal);
  return { update: (event) => update(event.elapsedMs, () => `${label}: ${progressLine(event)}`), end };
};
