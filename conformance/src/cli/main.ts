import { run } from './run.ts';

/** The command line of this process. @returns the exit code, once all that was said is out */
export const main = (given: readonly string[]): Promise<number> => {
  const stop = new AbortController();
  // Once each: a second Ctrl-C ends a process that takes too long to stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return run(given, { output: process.stdout, errors: process.stderr }, stop.signal);
};
