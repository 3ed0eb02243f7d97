import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Of what a town says, in case it ends. */
const charactersKept = 10_000;

const program = join(import.meta.dirname, '../../node/bin/openstraat.js');

const environment = {
  // The towns reach each other through loopback, which a node in the open never does.
  OPENSTRAAT_ALLOW_PRIVATE_ADDRESS: 'true',
  // They tell each other what is new; a look once a minute is for what was lost on the way.
  OPENSTRAAT_POLL_MINUTES: '1',
  OPENSTRAAT_LOG_LEVEL: 'error',
};

/** Starts the command line of a node, as a person would. */
const start = (given: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [...process.execArgv, program, ...given], {
    env: { ...process.env, ...environment, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a command to its end. @throws {Error} with what it said, when it failed */
export const openstraat = async (given: readonly string[]): Promise<string> => {
  const child = start(given);
  const [[code, signal], output, errors] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  if (code !== 0) throw new Error(`openstraat ${given.join(' ')} ended with ${code ?? signal}:\n${errors}${output}`);
  return output;
};

/** A town that runs in a process of its own. */
export interface Town {
  readonly name: string;
  readonly url: string;
  /** Its data folder. */
  readonly data: string;
  /** Ends when it does, whyever. */
  readonly ended: Promise<string>;
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
};

/**
 * Starts an example in an empty folder.
 * @param port 0 for any that is free
 * @param owners stops it, from the moment that its process is there
 */
export const startTown = async (
  name: string,
  example: string,
  { data, port, owners }: { readonly data: string; readonly port: number; readonly owners: AsyncDisposableStack },
): Promise<Town> => {
  const child = start(['start', '--example-from', example, '--data', data, '--port', String(port)], {
    OPENSTRAAT_ACTOR_NAME: name.toLowerCase(),
  });
  owners.defer(() => stop(child));
  let said = '';
  const ended = once(child, 'close').then(() => `${name} has ended:\n${said}`);
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said = (said + chunk).slice(-charactersKept);
        const found = /listens on (http:\/\/\S+?)\.\s/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    void ended.then((words) => reject(new Error(words)));
  });
  return { name, url: await url, data, ended };
};
