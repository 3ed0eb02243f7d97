import { cliLimits } from './limits.ts';
import type { Terminal } from './terminal.ts';

/** Shows how far something is: on a terminal one line that is written anew, elsewhere a line now and then. */
export const createProgressLine = (
  terminal: Terminal,
): { update: (elapsedMs: number, line: () => string) => void; end: () => void } => {
  const onTerminal = terminal.errors.isTTY === true;
  const everyMs = onTerminal ? cliLimits.progressTerminalMs : cliLimits.progressPlainMs;
  let nextMs = onTerminal ? 0 : everyMs;
  let shown = false;
  return {
    update: (elapsedMs, line) => {
      if (elapsedMs < nextMs) return;
      nextMs = elapsedMs + everyMs;
      if (!onTerminal) return terminal.tell(line());
      shown = true;
      // A line that is wider than the terminal would wrap, and stay.
      terminal.errors.write(`\r${line().slice(0, (terminal.errors.columns ?? 80) - 1)}\u001B[K`);
    },
    end: () => {
      if (shown) terminal.errors.write('\r\u001B[K');
    },
  };
};
