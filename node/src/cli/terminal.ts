import type { Readable, Writable } from 'node:stream';
import { Fault } from '../model/fault.ts';

type MaybeTerminal = { readonly isTTY?: boolean; readonly columns?: number };

/** The streams of a command: results go to `output`, everything said to a person meanwhile goes to `errors`. */
export class Terminal {
  readonly input: Readable & MaybeTerminal;
  readonly output: Writable & MaybeTerminal;
  readonly errors: Writable & MaybeTerminal;
  readonly #closed = new AbortController();

  constructor(streams: {
    readonly input: Readable & MaybeTerminal;
    readonly output: Writable & MaybeTerminal;
    readonly errors: Writable & MaybeTerminal;
  }) {
    this.input = streams.input;
    this.output = streams.output;
    this.errors = streams.errors;
    // Failures reach whoever writes; without a listener they would end the process.
    this.output.on('error', () => {});
    this.errors.on('error', () => {});
  }

  /** Aborts when whoever read the results has gone, as `head` does. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Writes results, and waits until they are out. @throws {Fault} `disk-full` or `internal` when they can't be written */
  async print(text: string): Promise<void> {
    if (this.closed.aborted) return;
    const { promise, resolve } = Promise.withResolvers<NodeJS.ErrnoException | null | undefined>();
    this.output.write(text, resolve);
    const error = await promise;
    if (error === null || error === undefined) return;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return this.#closed.abort();
    throw error.code === 'ENOSPC'
      ? new Fault('disk-full', 'The disk to which the results go is full. Make room, and try again.', { cause: error })
      : new Fault('internal', `The results can't be written (${error.code ?? error.message}).`, { cause: error });
  }

  /** Says something to the person, beside the results. */
  tell(text: string): void {
    this.errors.write(`${text}\n`);
  }
}

/** Text from a file as a terminal may show it: signs that steer the terminal, or turn its direction, show as their number. */
export const showable = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** A listing for programs, which may end up on a terminal all the same. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).split('\n').map(showable).join('\n')}\n`;

const numbers = new Intl.NumberFormat('en');

/** A count, as in `12,345`. */
export const showCount = (count: number): string => numbers.format(count);

/** A count of things, as in `1 place` or `12,345 places`. */
export const showAmount = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

/** A time span, as in `1.5 s` or `2 min 5 s`. */
export const showDuration = (milliseconds: number): string => {
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
