import { destination, pino } from 'pino';
import { processEnvironment } from '../config/environment.ts';
import { userAgentOf } from '../http/software.ts';
import { systemClock } from '../model/clock.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

/**
 * The command line of this process.
 * @returns the exit code, once all that was said is out
 */
export const main = async (given: readonly string[]): Promise<number> => {
  // Keys, deliveries and the log are for the user who runs this, wherever the data folder is made.
  process.umask(0o077);
  const terminal = new Terminal({ input: process.stdin, output: process.stdout, errors: process.stderr });
  const stop = new AbortController();
  return run(given, terminal, ({ stoppable }) => {
    // Once each: a second Ctrl-C ends a process that takes too long to stop.
    if (stoppable) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    const environment = processEnvironment();
    return {
      environment,
      clock: systemClock,
      signal: stop.signal,
      // It takes its time to load, and most commands ask a node that runs.
      openNode: async (config) => {
        const { openNode } = await import('../app.ts');
        // This process is this one node, so what it sends can be kept within limits as a whole.
        const { guardOwnFetch } = await import('../federation/courier/guard-fetch.ts');
        const { allowPrivateAddress, origin } = config.settings;
        guardOwnFetch({ allowPrivateAddress, userAgent: userAgentOf(origin) });
        return openNode(config);
      },
      makeLogger: (level) =>
        pino({ level: environment.logLevel ?? level }, destination({ dest: process.stderr.fd, sync: true })),
    };
  });
};
