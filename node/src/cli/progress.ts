import type { ImportProgress } from '../control/commands.ts';
import { cliLimits } from './limits.ts';
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

/** Shows how far an import is: on a terminal one line that is written anew, elsewhere a line now and then. */
export const showProgress = (
  terminal: Terminal,
  label: string,
): { update: (event: ImportProgress) => void; end: () => void } => {
  const onTerminal = terminal.errors.isTTY === true;
  const everyMs = onTerminal ? cliLimits.progressTerminalMs : cliLimits.progressPlainMs;
  let nextMs = onTerminal ? 0 : everyMs;
  let shown = false;
  return {
    update: (event) => {
      if (event.elapsedMs < nextMs) return;
      nextMs = event.elapsedMs + everyMs;
      const line = `${label}: ${progressLine(event)}`;
      if (!onTerminal) return terminal.tell(line);
      shown = true;
      // A line that is wider than the terminal would wrap, and stay.
      terminal.errors.write(`\r${line.slice(0, (terminal.errors.columns ?? 80) - 1)}\u001B[K`);
    },
    end: () => {
      if (shown) terminal.errors.write('\r\u001B[K');
    },
  };
};
