import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type CallOptions, startProcess } from './openstraat.ts';

/** `openstraat start` as a process, from when it says that it listens until it is disposed. */
export class RunningNode implements AsyncDisposable {
  readonly url: string;
  /** What it said when it was up. */
  readonly greeting: string;
  readonly #child: ChildProcess;
  readonly #closed: Promise<[number | null, NodeJS.Signals | null]>;
  readonly #errors: () => string;

  private constructor(
    child: ChildProcess,
    closed: RunningNode['exited'],
    said: { readonly greeting: string; readonly url: string; readonly errors: () => string },
  ) {
    this.#child = child;
    this.#closed = closed;
    this.url = said.url;
    this.greeting = said.greeting;
    this.#errors = said.errors;
  }

  /** @param given what stands behind `openstraat start` */
  static async start(given: readonly string[], options: CallOptions = {}): Promise<RunningNode> {
    const child = startProcess(['start', ...given], options);
    const closed = once(child, 'close') as RunningNode['exited'];
    let output = '';
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
    });
    const url = new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        const found = /listens on (http:\/\/\S+?)\.\s/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
      void closed.then(([code, signal]) =>
        reject(new Error(`openstraat start ended with ${code ?? signal}:\n${errors}${output}`)),
      );
    });
    return new RunningNode(child, closed, { url: await url, greeting: output, errors: () => errors });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Lines of its log, and what else it wrote to the standard error. */
  get errors(): string {
    return this.#errors();
  }

  get exited(): Promise<[number | null, NodeJS.Signals | null]> {
    return this.#closed;
  }

  /** Ends it with a signal. @returns exit code and signal */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<[number | null, NodeJS.Signals | null]> {
    this.#child.kill(signal);
    return this.#closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.stop();
  }
}
