import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/openstraat.js', import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

export interface CallOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags of Node.js itself. */
  readonly nodeFlags?: readonly string[];
  readonly user?: number;
  /** Gets the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

const running = new Set<ChildProcess>();
// A test that ran out of time still waits for its process: it must not outlive the tests.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `openstraat` as a person does: a process of its own, with nothing from this one's environment. */
export const startProcess = (given: readonly string[], options: CallOptions = {}) => {
  const flags = ['--conditions=@openstraat/source', ...(options.nodeFlags ?? [])];
  const child = spawn(process.execPath, [...flags, program, ...given], {
    env: { PATH: process.env['PATH'], ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

/** Runs a command to its end. */
export const openstraat = async (given: readonly string[], options: CallOptions = {}): Promise<Ended> => {
  const child = startProcess(given, options);
  options.onStart?.(child);
  const [[code, signal], output, errors] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, signal, output, errors };
};

/** Runs a command that has to end well. @returns what it wrote */
export const done = async (given: readonly string[], options: CallOptions = {}): Promise<string> => {
  const ended = await openstraat(given, options);
  if (ended.code !== 0)
    throw new Error(
      `openstraat ${given.join(' ')} ended with ${ended.code ?? ended.signal}:\n${ended.errors}${ended.output}`,
    );
  return ended.output;
};
